import { useQuery } from '@tanstack/react-query';
import type { Batch } from '../../../contract/batch.ts';
import { batchQueries } from '../../api/batchQueries.ts';
import { isMoving, isOfSeveral } from './progress.ts';

const movingMs = 2000;
const stillMs = 15_000;

interface BatchesOfStore {
  /** Those that go out now or wait. */
  active: readonly Batch[];
  /** The newest of the others. */
  ended: readonly Batch[];
  /** Neither an answer nor a failure has come: what is drawn below them would have to move. */
  pending: boolean;
}

/**
 * The batches of more than one order. Those that go out now or wait are asked for every other second while one moves
 * and seldom otherwise, the others when the page opens and when one has come to its end; never while the tab is hidden.
 */
export function useBatches(): BatchesOfStore {
  const active = useQuery({
    ...batchQueries.active(),
    refetchInterval: ({ state }) => {
      const batches = (state.data ?? []).filter(isOfSeveral);
      if (batches.length === 0) return false;
      return batches.some(isMoving) ? movingMs : stillMs;
    },
  });
  const goingOn = (active.data ?? []).filter(isOfSeveral);
  const ids = goingOn.map(({ batchId }) => batchId);
  const newest = useQuery({ ...batchQueries.newest(ids), enabled: active.isFetched });
  return {
    active: goingOn,
    ended: (newest.data ?? []).filter(
      (batch) => isOfSeveral(batch) && !ids.includes(batch.batchId),
    ),
    pending: [active, newest].some(
      ({ isLoading, failureCount }) => isLoading && failureCount === 0,
    ),
  };
}
