import { expect, it } from 'vitest';
import { countsFor, type DatedDelivery, type DatedDocument } from './documentTime.ts';

const creditNote = { id: 9, date: '2026-12-01', time: null, createdAt: null };
const sent = { invoiceId: 8, state: 'sent', at: '2026-12-01T09:00:00.000Z' } as const;

it.each<[string, Partial<DatedDocument>, Partial<DatedDelivery>, boolean]>([
  ['the day before', {}, { at: '2026-11-30T20:59:59.000Z' }, false],
  ['the first second of the day in Riyadh', {}, { at: '2026-11-30T21:00:00.000Z' }, true],
  ['the same day, where only the day is known', {}, {}, true],
  ['a second before the time of the document', { time: '12:00:01' }, {}, false],
  ['the time of the document', { time: '12:00:00' }, {}, true],
  [
    'before it was created, though the day is the same',
    { createdAt: '2026-12-01T09:30:00Z' },
    {},
    false,
  ],
  [
    'after it was created, though its date is later',
    { date: '2026-12-05', createdAt: '2026-12-01T08:00:00Z' },
    {},
    true,
  ],
  ['no date at all', { date: null }, { at: '2020-01-01T00:00:00Z' }, true],
  ['a date that is none', { date: '2026-13-45' }, { at: '2020-01-01T00:00:00Z' }, true],
  ['asked for from this document', { date: '2026-12-05' }, { invoiceId: 9 }, true],
  ['still to leave', { date: '2026-12-05' }, { state: 'queued' }, true],
  ['leaving now', { date: '2026-12-05' }, { state: 'sending' }, true],
  ['failed before it', { time: '13:00:00' }, { state: 'failed' }, false],
])('a delivery counts for a document: %s', (_, document, delivery, counts) => {
  expect(countsFor({ ...creditNote, ...document }, { ...sent, ...delivery })).toBe(counts);
});
