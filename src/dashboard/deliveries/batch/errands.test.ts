import { expect, test } from 'vitest';
import type { Batch } from '../../../contract/batch.ts';
import { dueErrands, type Known, type ListKnowledge, nextErrand, waitMs } from './errands.ts';

const now = 1_000_000;
const none = { queued: 0, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 };

function batch(counts: Partial<typeof none>, over: Partial<Batch> = {}): Batch {
  return {
    batchId: 'b',
    requestedBy: { id: 1, name: 'Noura' },
    requestedAt: '2026-11-22T09:00:00Z',
    requestedFrom: 'tab',
    paused: false,
    stopped: null,
    waiting: null,
    counts: { ...none, ...counts },
    skipped: 0,
    secondsLeft: null,
    retryOf: null,
    ...over,
  };
}

function read(count: number, over: Partial<ListKnowledge> = {}): ListKnowledge {
  return { nextPage: null, count, readAt: now - 60_000, outdated: false, ...over };
}

function known(about: Batch, over: Partial<Known> = {}): Known {
  return {
    batch: about,
    lists: { unconfirmed: null, failed: null, canceled: null, skipped: null },
    rows: { counts: about.counts, readAt: now },
    missingOrders: [],
    ...over,
  };
}

const running = batch({ queued: 40, sending: 5, sent: 10 });
const finished = batch({ sent: 100 });

test('a batch that runs is asked for its counts, and a finished one for nothing', () => {
  expect(nextErrand(known(running), 'batch', now)).toEqual({ kind: 'batch' });
  expect(nextErrand(known(finished), 'batch', now)).toBeNull();
});

test('a list that has grown takes the place of the counts, but not twice in a row', () => {
  const grown = known(batch({ queued: 40, failed: 3 }));
  expect(nextErrand(grown, 'batch', now)).toEqual({ kind: 'failed', page: 1 });
  expect(nextErrand(grown, 'failed', now)).toEqual({ kind: 'batch' });
});

test('a list is not read again and again while the batch runs, and once more when it has ended', () => {
  const failed = read(2, { readAt: now - 1000 });
  const lists = { unconfirmed: null, failed, canceled: null, skipped: null };
  expect(dueErrands(known(batch({ queued: 1, failed: 3 }), { lists }), now)).toEqual([]);
  expect(dueErrands(known(batch({ failed: 3 }), { lists }), now)).toEqual([
    { kind: 'failed', page: 1 },
  ]);
});

test('a list is read to its end, and from its beginning after something was done about it', () => {
  const failed = batch({ failed: 130 }, { skipped: 2 });
  const lists = {
    unconfirmed: null,
    failed: read(130, { nextPage: 2 }),
    canceled: null,
    skipped: read(2),
  };
  expect(dueErrands(known(failed, { lists }), now)).toEqual([{ kind: 'failed', page: 2 }]);
  const touched = { ...lists, failed: read(130, { outdated: true }) };
  expect(dueErrands(known(failed, { lists: touched }), now)).toEqual([{ kind: 'failed', page: 1 }]);
});

test('orders are asked for as many as one call takes, after what waits for a person', () => {
  const missingOrders = Array.from({ length: 100 }, (_, index) => index + 1);
  const due = dueErrands(known(batch({ unconfirmed: 1 }), { missingOrders }), now);
  expect(due.map(({ kind }) => kind)).toEqual(['unconfirmed', 'orders']);
  expect(due[1]).toHaveProperty('ids.length', 60);
});

test('rows that tell of earlier counts are read again, at once when the batch has ended', () => {
  const rows = { counts: { ...none, sending: 5 }, readAt: now - 1000 };
  expect(dueErrands(known(batch({ sent: 5 }), { rows }), now)).toEqual([{ kind: 'rows' }]);
  expect(dueErrands(known(batch({ sent: 4, sending: 1 }), { rows }), now)).toEqual([]);
});

test('rows that are newer than the batch have its counts asked for, and are not read again and again', () => {
  const paused = batch({ queued: 4, sent: 2 }, { paused: true });
  const rows = { counts: { ...none, queued: 4, sent: 3 }, readAt: now };
  expect(nextErrand(known(paused, { rows }), 'batch', now + 5000)).toEqual({ kind: 'rows' });
  expect(nextErrand(known(paused, { rows }), 'rows', now + 5000)).toEqual({ kind: 'batch' });
});

test('a batch that waits is asked for its counts once nothing else is missing', () => {
  const waiting = batch({ queued: 4 }, { paused: true });
  const lacking = known(waiting, { missingOrders: [7] });
  expect(nextErrand(lacking, 'orders', now)).toEqual({ kind: 'orders', ids: [7] });
  expect(nextErrand(known(waiting), 'orders', now)).toEqual({ kind: 'batch' });
});

test('a page that stands still or gets no answer asks less often', () => {
  const calm = { failures: 0, batch: running, standsStill: false, lacksSome: false };
  expect(waitMs(calm)).toBe(1000);
  expect(waitMs({ ...calm, standsStill: true })).toBe(5000);
  const paused = batch({ queued: 4 }, { paused: true });
  expect(waitMs({ ...calm, batch: paused })).toBe(5000);
  expect(waitMs({ ...calm, batch: paused, lacksSome: true })).toBe(1000);
  const waiting = { reason: 'unavailable', until: '2026-11-22T09:05:00Z' } as const;
  expect(waitMs({ ...calm, batch: batch({ queued: 4 }, { waiting }) })).toBe(5000);
  const leaving = batch({ queued: 4, sending: 1 }, { paused: true });
  expect(waitMs({ ...calm, batch: leaving })).toBe(1000);
  const waits = [1, 2, 9].map((failures) => waitMs({ ...calm, failures, batch: null }));
  expect(waits).toEqual([2000, 4000, 30_000]);
});
