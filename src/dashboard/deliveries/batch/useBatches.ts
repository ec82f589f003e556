import { useQuery } from '@tanstack/react-query';
import type { Batch } from '../../../contract/batch.ts';
import { batchQueries } from '../../lib/batchQueries.ts';
import { isMoving, totalOf } from './progress.ts';

const movingMs = 2000;
const stillMs = 15_000;

/**
 * The batches of more than one order that go out now or wait, asked for every other second while one moves
 * and seldom otherwise; never while the tab is hidden.
 */
export function useActiveBatches(): readonly Batch[] {
  const active = useQuery({
    ...batchQueries.active(),
    refetchInterval: ({ state }) => {
      const batches = (state.data ?? []).filter(isOfSeveral);
      if (batches.length === 0) return false;
      return batches.some(isMoving) ? movingMs : stillMs;
    },
  });
  return (active.data ?? []).filter(isOfSeveral);
}

/** What was asked for one order at a time is watched in its row. */
function isOfSeveral({ counts, skipped }: Batch): boolean {
  return totalOf(counts) + skipped > 1;
}
