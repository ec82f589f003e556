import type { Batch } from '../../../contract/batch.ts';
import type { DeliveryCounts } from '../../../contract/delivery.ts';
import { type RetryableState, retryableStates } from '../../../contract/deliveryStates.ts';

/** A batch's deliveries on the screen: queued and sending count as one. */
export const outcomes = ['sent', 'failed', 'unconfirmed', 'canceled', 'waiting'] as const;

export type Outcome = (typeof outcomes)[number];

export function countOf(counts: DeliveryCounts, outcome: Outcome): number {
  return outcome === 'waiting' ? counts.queued + counts.sending : counts[outcome];
}

export function totalOf(counts: DeliveryCounts): number {
  return outcomes.reduce((sum, outcome) => sum + countOf(counts, outcome), 0);
}

/** How many deliveries of each state were retried. */
export type RetriedCounts = Readonly<Record<RetryableState, number>>;

/** A batch with retried deliveries apart: they no longer count as failed, unconfirmed or canceled. */
export function withRetried<Some extends Pick<Batch, 'counts'>>(
  batch: Some,
  retried: RetriedCounts,
): Some & { retried: number } {
  const counts = { ...batch.counts };
  for (const state of retryableStates) {
    counts[state] = Math.max(0, counts[state] - retried[state]);
  }
  return { ...batch, counts, retried: totalOf(batch.counts) - totalOf(counts) };
}

/** Whether it has active deliveries. */
export function isLive({ counts }: Pick<Batch, 'counts'>): boolean {
  return countOf(counts, 'waiting') > 0;
}

/** Whether something changes without a person: not while it is paused or stopped, except what is being sent. */
export function isMoving({ counts, paused, stopped }: Batch): boolean {
  return counts.sending > 0 || (counts.queued > 0 && !paused && stopped === null);
}

/** Why sending backs off: Salla is down or gives no clear answers. Null if it doesn't, or waits for another reason. */
export function backoffOf({ counts, paused, stopped, waiting }: Batch): Batch['waiting'] {
  return counts.queued > 0 && !paused && stopped === null ? waiting : null;
}

/** Whole percent of deliveries that have ended; 100 only when all have. */
export function percentOf(counts: DeliveryCounts): number {
  const total = totalOf(counts);
  return total === 0 ? 100 : Math.floor(((total - countOf(counts, 'waiting')) / total) * 100);
}

/** A batch of one order is shown in its row only. */
export function isOfSeveral({ counts, skipped }: Pick<Batch, 'counts' | 'skipped'>): boolean {
  return totalOf(counts) + skipped > 1;
}
