import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import type { RetryableState } from '../../../contract/deliveryStates.ts';
import { type BatchView, batchQueries } from '../../api/batchQueries.ts';
import { isProblem } from '../../api/ProblemError.ts';
import { problemWords } from '../../api/problemWords.ts';
import { backoffOf, isLive, isMoving } from './progress.ts';

const movingMs = 1000;
/** While nothing changes: the batch is paused, stopped or backs off. */
const waitingMs = 5000;
const longestRetryMs = 30_000;

/** Counts that are the same for so long, although the batch is moving, stand still. */
const standsStillMs = 20_000;

/** The deliveries of one state of a batch's page. */
interface StateList {
  /** Not retried yet. */
  open: readonly Delivery[];
  retried: readonly Delivery[];
}

type StateLists = Readonly<Record<RetryableState, StateList>>;

/**
 * A batch's page, polled while something can change: each second while it moves, every 5 s while it waits, not after its end and not
 * in a hidden tab. After errors it retries with a growing pause.
 */
export function useBatchView(batchId: string) {
  const view = useQuery({
    ...batchQueries.view(batchId),
    refetchInterval: ({ state: { data, error, fetchFailureCount } }) =>
      error === null ? pollMs(data) : retryMs(error, fetchFailureCount),
    // Colleagues may have decided something meanwhile, also after its end.
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
  const { data, error } = view;
  return {
    view,
    lists: toLists(data),
    skipped: data?.lists.skipped ?? [],
    /** The numbers could not be refreshed. Offline has a banner of its own. */
    isOutdated: error !== null && problemWords(error) !== 'offline',
    standsStill: error === null && data !== undefined && standsStill(data),
  };
}

/** Updates the batch of a page that shows it. */
export function useSetBatch(): (batch: Batch) => void {
  const queryClient = useQueryClient();
  return (batch) =>
    queryClient.setQueryData(batchQueries.view(batch.batchId).queryKey, (view) =>
      view === undefined ? view : { ...view, batch },
    );
}

function pollMs(view: BatchView | undefined): number | false {
  if (view === undefined || !isLive(view.batch)) return false;
  const { batch } = view;
  const backsOff = backoffOf(batch) !== null && batch.counts.sending === 0;
  return !isMoving(batch) || backsOff || standsStill(view) ? waitingMs : movingMs;
}

function retryMs(error: unknown, failures: number): number | false {
  if (isProblem(error, 'not_found') || isProblem(error, 'unauthenticated')) return false;
  return Math.min(movingMs * 2 ** failures, longestRetryMs);
}

function standsStill({ batch, changedAt }: BatchView): boolean {
  return isMoving(batch) && Date.now() - changedAt > standsStillMs;
}

/** A delivery that was decided here a moment ago may be in a list whose state it has left. */
function toLists(view: BatchView | undefined): StateLists {
  const listOf = (state: RetryableState): StateList => {
    const rows = (view?.lists[state] ?? []).filter((delivery) => delivery.state === state);
    return {
      open: rows.filter(({ followedBy }) => followedBy === null),
      retried: rows.filter(({ followedBy }) => followedBy !== null),
    };
  };
  return {
    unconfirmed: listOf('unconfirmed'),
    failed: listOf('failed'),
    canceled: listOf('canceled'),
  };
}
