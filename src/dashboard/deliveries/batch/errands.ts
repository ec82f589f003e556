import type { Batch } from '../../../contract/batch.ts';
import type { DeliveryCounts } from '../../../contract/delivery.ts';
import { isLive, isMoving, sendableStates, troubleOf } from './progress.ts';

/** One call that the page of a batch makes of the proxy. `page` counts from 1. */
export type Errand =
  | { kind: 'batch' }
  | { kind: ListKind; page: number }
  | { kind: 'rows' }
  | { kind: 'orders'; ids: readonly number[] };

/** The lists that the page has whole, read page by page. */
const listKinds = [...sendableStates, 'skipped'] as const;
export type ListKind = (typeof listKinds)[number];

/** How much of a list is known, and as of when (epoch ms). */
export interface ListKnowledge {
  /** The page that comes next; null when all of them were read. */
  nextPage: number | null;
  /** How many the batch counted when reading began. */
  count: number;
  readAt: number;
  /** Something was done here that may have changed it. */
  outdated: boolean;
}

export interface Known {
  batch: Batch;
  lists: Readonly<Record<ListKind, ListKnowledge | null>>;
  /** The table's rows: the batch's counts when they were read, and when that was; null while none are shown. */
  rows: { counts: DeliveryCounts; readAt: number } | null;
  /** Orders on the screen whose number may be asked for now. */
  missingOrders: readonly number[];
}

/** While it runs its lists change all the time: they are read again as often as this at most. */
const listFreshMs = 3000;
const rowsFreshMs = 5000;
/** As many as the proxy takes in one call. */
const ordersPerCall = 60;

/** All that the page lacks or has too old, the most wanted first. `now` in epoch ms. */
export function dueErrands(known: Known, now: number): Errand[] {
  const { batch, lists, rows, missingOrders } = known;
  const isFresh = (readAt: number, forMs: number) => isLive(batch) && now - readAt < forMs;
  const due: Errand[] = [];
  for (const kind of listKinds) {
    const page = nextPageOf(lists[kind], countIn(batch, kind), (readAt) =>
      isFresh(readAt, listFreshMs),
    );
    if (page !== null) due.push({ kind, page });
  }
  if (missingOrders.length > 0) {
    due.push({ kind: 'orders', ids: missingOrders.slice(0, ordersPerCall) });
  }
  const isOld = rows !== null && countsKey(rows.counts) !== countsKey(batch.counts);
  if (isOld && !isFresh(rows.readAt, rowsFreshMs)) due.push({ kind: 'rows' });
  return due;
}

/**
 * The one call that the page makes next; null when there is nothing to ask for. While the batch moves every
 * second call at least is for its counts.
 */
export function nextErrand(known: Known, last: Errand['kind'], now: number): Errand | null {
  const { batch } = known;
  if (isMoving(batch) && last !== 'batch') return { kind: 'batch' };
  // Rows that still tell of other counts are newer than those of the batch.
  const { rows } = known;
  const differ = rows !== null && countsKey(rows.counts) !== countsKey(batch.counts);
  if (last === 'rows' && differ) return { kind: 'batch' };
  return dueErrands(known, now)[0] ?? (isLive(batch) ? { kind: 'batch' } : null);
}

export interface Pace {
  /** Calls in a row that failed. */
  failures: number;
  batch: Batch | null;
  standsStill: boolean;
  /** The page lacks something that it may ask for. */
  lacksSome: boolean;
}

/** Counts that have been the same for so long, in ms, stand still. */
export const standsStillMs = 20_000;

/** How long to wait after a call, in ms: a second, longer where nothing moves or nobody answers. */
export function waitMs({ failures, batch, standsStill, lacksSome }: Pace): number {
  if (failures > 0) return Math.min(1000 * 2 ** failures, 30_000);
  const isKept = batch !== null && troubleOf(batch) !== null && batch.counts.sending === 0;
  const waits = isKept || (batch !== null && isLive(batch) && !isMoving(batch));
  return (waits || standsStill) && !lacksSome ? 5000 : 1000;
}

export function countIn({ counts, skipped }: Batch, kind: ListKind): number {
  return kind === 'skipped' ? skipped : counts[kind];
}

/** Changes whenever a delivery of the batch does. */
export function countsKey({
  queued,
  sending,
  sent,
  failed,
  unconfirmed,
  canceled,
}: DeliveryCounts): string {
  return [queued, sending, sent, failed, unconfirmed, canceled].join(' ');
}

function nextPageOf(
  list: ListKnowledge | null,
  count: number,
  isFresh: (readAt: number) => boolean,
): number | null {
  if (list === null) return count > 0 ? 1 : null;
  if (list.outdated) return 1;
  if (list.nextPage !== null) return list.nextPage;
  return list.count === count || isFresh(list.readAt) ? null : 1;
}
