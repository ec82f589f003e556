import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { batchQueries } from '../../api/batchQueries.ts';
import type { DeliveryListQuery } from '../../api/deliveryQueries.ts';
import { problemWords } from '../../api/problemWords.ts';
import { useBatchLists } from './useBatchLists.ts';
import { type WantedNames, wantedNames } from './wantedNames.ts';
import { type BatchWatch, watchBatch } from './watchBatch.ts';
import type { WatchLoop } from './watchLoop.ts';

type Turn = Parameters<BatchWatch['onTurn']>[0];

/** All that the page knows of a batch, kept up to date; `rowsQuery` is null while its table is folded. */
export function useBatchWatch(batchId: string, rowsQuery: DeliveryListQuery | null) {
  const queryClient = useQueryClient();
  const [turn, setTurn] = useState<Turn>({ failure: null, standsStill: false });
  const [names] = useState<WantedNames>(wantedNames);
  // Fetched by the watch alone.
  const batch = useQuery({ ...batchQueries.one(batchId), enabled: false });
  const lists = useBatchLists(batchId);

  const currentRows = useEffectEvent(() => rowsQuery);
  const loop = useRef<WatchLoop>(null);
  useEffect(() => {
    const watching = watchBatch({
      batchId,
      queryClient,
      rowsQuery: () => currentRows(),
      names,
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
  }, [batchId, queryClient, names]);

  const [want] = useState(() => (orderId: number) => {
    const unwant = names.want(orderId);
    loop.current?.poke();
    return unwant;
  });

  return {
    batch,
    lists,
    /** For a row that names an order, while it is on the screen. */
    want,
    /** The numbers could not be brought up to date; the page itself says that the device is offline. */
    outOfDate: turn.failure !== null && problemWords(turn.failure) !== 'offline',
    /** Nothing has become of any for a while, though it could, as the proxy says. */
    standsStill: turn.standsStill && turn.failure === null,
  };
}
