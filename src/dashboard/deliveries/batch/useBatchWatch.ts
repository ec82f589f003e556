import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { batchQueries } from '../../lib/batchQueries.ts';
import type { DeliveryListQuery } from '../../lib/deliveryQueries.ts';
import { problemWords } from '../../lib/problemWords.ts';
import { asOrders } from './readOrders.ts';
import { type BatchWatch, watchBatch } from './watchBatch.ts';
import type { WatchLoop } from './watchLoop.ts';

type Turn = Parameters<BatchWatch['onTurn']>[0];

/** All that the page knows of a batch, kept up to date; `shownOrders` are the orders of its table's rows. */
export function useBatchWatch(
  batchId: string,
  rowsQuery: DeliveryListQuery,
  shownOrders: readonly number[],
) {
  const queryClient = useQueryClient();
  const [turn, setTurn] = useState<Turn>({ failure: null, standsStill: false });
  // Fetched by the watch alone.
  const batch = useQuery({ ...batchQueries.one(batchId), enabled: false });
  const failed = useQuery(batchQueries.inState(batchId, 'failed')).data;
  const unconfirmed = useQuery(batchQueries.inState(batchId, 'unconfirmed')).data;
  const skipped = useQuery(batchQueries.skipped(batchId)).data;
  const orders = useQuery(batchQueries.orders(batchId)).data ?? {};

  const wanted = new Set([
    ...[...(unconfirmed?.rows ?? []), ...(failed?.rows ?? []), ...(skipped?.rows ?? [])].map(
      ({ orderId }) => orderId,
    ),
    ...shownOrders,
  ]);
  const missing = [...wanted].filter((orderId) => !(orderId in orders));
  const unlisted = [...wanted].filter((orderId) => orders[orderId] === 'not_listed');
  const currentRows = useEffectEvent(() => rowsQuery);
  const currentMissing = useEffectEvent(() => missing);
  const currentUnlisted = useEffectEvent(() => unlisted);
  const loop = useRef<WatchLoop>(null);
  useEffect(() => {
    const watching = watchBatch({
      batchId,
      queryClient,
      rowsQuery: () => currentRows(),
      missingOrders: () => currentMissing(),
      unlistedOrders: () => currentUnlisted(),
      onTurn: (newest) =>
        setTurn((known) =>
          known.failure === newest.failure && known.standsStill === newest.standsStill
            ? known
            : newest,
        ),
    });
    loop.current = watching;
    const stopListening = queryClient.getQueryCache().subscribe((event) => {
      const touched = event.type === 'updated' && event.action.type === 'invalidate';
      if (touched && event.query.queryKey.includes(batchId)) watching.poke();
    });
    // Whoever comes back reads it anew, also when it has ended: others may have decided something.
    const comeBack = () => {
      if (document.visibilityState === 'hidden') return;
      void queryClient.invalidateQueries({ queryKey: batchQueries.one(batchId).queryKey });
    };
    document.addEventListener('visibilitychange', comeBack);
    window.addEventListener('online', comeBack);
    return () => {
      watching.stop();
      stopListening();
      document.removeEventListener('visibilitychange', comeBack);
      window.removeEventListener('online', comeBack);
    };
  }, [batchId, queryClient]);

  const nameless = missing.length + unlisted.length;
  useEffect(() => {
    if (nameless > 0) loop.current?.poke();
  }, [nameless]);

  return {
    batch,
    failed: failed?.rows ?? [],
    failedAreComing: failed?.nextPage !== null && failed !== undefined,
    unconfirmed: unconfirmed?.rows ?? [],
    skipped: skipped?.rows ?? [],
    orders: asOrders(orders, missing),
    /** The page itself says that the device is offline. */
    outOfDate: turn.failure !== null && problemWords(turn.failure) !== 'offline',
    standsStill: turn.standsStill,
  };
}
