import type { Batch } from '../../../contract/batch.ts';
import type { DeliveryCounts } from '../../../contract/delivery.ts';

/** What a batch's deliveries come to on the screen: those that are queued and those that leave wait alike. */
export const outcomes = ['sent', 'failed', 'unconfirmed', 'canceled', 'waiting'] as const;
export type Outcome = (typeof outcomes)[number];

export function countOf(counts: DeliveryCounts, outcome: Outcome): number {
  return outcome === 'waiting' ? counts.queued + counts.sending : counts[outcome];
}

export function totalOf(counts: DeliveryCounts): number {
  return outcomes.reduce((sum, outcome) => sum + countOf(counts, outcome), 0);
}

/** Whether something will still become of it by itself, now or when it goes on. */
export function isLive({ counts }: Pick<Batch, 'counts'>): boolean {
  return countOf(counts, 'waiting') > 0;
}

/** Whether anything moves without a person: what is paused or stopped waits, but for what is leaving. */
export function isMoving({ counts, paused, stopped }: Batch): boolean {
  return counts.sending > 0 || (counts.queued > 0 && !paused && stopped === null);
}

/** Whole percent of what is no longer waiting; 100 only when nothing is. */
export function percentOf(counts: DeliveryCounts): number {
  const total = totalOf(counts);
  return total === 0 ? 100 : Math.floor(((total - countOf(counts, 'waiting')) / total) * 100);
}
