import type { Batch } from '../../../contract/batch.ts';
import type { DeliveryCounts } from '../../../contract/delivery.ts';

/** What a batch's deliveries come to on the screen: those that are queued and those that leave wait alike. */
export const outcomes = ['sent', 'failed', 'unconfirmed', 'canceled', 'waiting'] as const;

/** What can be sent anew, and has lists of its own on a batch's page. */
export const sendableStates = ['unconfirmed', 'failed', 'canceled'] as const;
export type SendableState = (typeof sendableStates)[number];
export type Outcome = (typeof outcomes)[number];

export function countOf(counts: DeliveryCounts, outcome: Outcome): number {
  return outcome === 'waiting' ? counts.queued + counts.sending : counts[outcome];
}

export function totalOf(counts: DeliveryCounts): number {
  return outcomes.reduce((sum, outcome) => sum + countOf(counts, outcome), 0);
}

/** A batch with those that were sent anew apart: they count neither as failed nor as waiting for a decision. */
export function withAnew<Some extends Pick<Batch, 'counts'>>(
  batch: Some,
  anew: Readonly<Record<SendableState, number>>,
): Some & { anew: number } {
  const counts = { ...batch.counts };
  for (const state of sendableStates) counts[state] = Math.max(0, counts[state] - anew[state]);
  return { ...batch, counts, anew: totalOf(batch.counts) - totalOf(counts) };
}

/** Whether something will still become of it by itself, now or when it goes on. */
export function isLive({ counts }: Pick<Batch, 'counts'>): boolean {
  return countOf(counts, 'waiting') > 0;
}

/** Whether anything moves without a person: what is paused or stopped waits, but for what is leaving. */
export function isMoving({ counts, paused, stopped }: Batch): boolean {
  return counts.sending > 0 || (counts.queued > 0 && !paused && stopped === null);
}

/** Salla is down or gives no clear answers, so that what is queued waits by itself; null where that is not why. */
export function troubleOf({ counts, paused, stopped, waiting }: Batch): Batch['waiting'] {
  return counts.queued > 0 && !paused && stopped === null ? waiting : null;
}

/** Whole percent of what is no longer waiting; 100 only when nothing is. */
export function percentOf(counts: DeliveryCounts): number {
  const total = totalOf(counts);
  return total === 0 ? 100 : Math.floor(((total - countOf(counts, 'waiting')) / total) * 100);
}

/** What was asked for one order at a time is told in its row. */
export function isOfSeveral({ counts, skipped }: Pick<Batch, 'counts' | 'skipped'>): boolean {
  return totalOf(counts) + skipped > 1;
}
