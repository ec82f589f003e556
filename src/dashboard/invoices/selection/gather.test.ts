import { describe, expect, it } from 'vitest';
import type { InvoicePage } from '../../../contract/invoice.ts';
import { localProblem, ProblemError } from '../../api/ProblemError.ts';
import { gather } from './gather.ts';

/** Salla's limit is reached for so many seconds, or for an unsaid time. */
const limit = (seconds: number | null) =>
  new ProblemError(localProblem('rate_limited', 429).problem, seconds);

/** A list of pages, some of which fail the first times that they are asked for. */
function listOf(totalPages: number, failures: Record<number, Error[]> = {}) {
  const asked: number[] = [];
  const fetchPage = async (number: number): Promise<InvoicePage> => {
    asked.push(number);
    const failure = failures[number]?.shift();
    if (failure) throw failure;
    const page = { number, size: 60, totalItems: totalPages * 60 - 10, totalPages };
    return { data: Array.from({ length: 60 }, () => ({ ...row })), page };
  };
  return { asked, fetchPage };
}

const row: InvoicePage['data'][number] = {
  id: 1,
  orderId: 1,
  orderNumber: null,
  number: null,
  type: 'tax_invoice',
  typeLabel: '',
  date: null,
  time: null,
  total: null,
  paymentMethod: null,
  documentUrl: null,
  customer: null,
  lastDelivery: null,
  createdAt: null,
};

function walk(
  list: ReturnType<typeof listOf>,
  { from = 1, room = Infinity, stopAfter = Infinity } = {},
) {
  const stop = new AbortController();
  const seen: number[] = [];
  const waited: number[] = [];
  const end = gather(from, {
    fetchPage: list.fetchPage,
    signal: stop.signal,
    take: (_, sofar) => {
      seen.push(sofar);
      if (seen.length >= stopAfter) stop.abort();
      return seen.length < room;
    },
    wait: async (ms) => {
      waited.push(ms);
    },
  });
  return { end, seen, waited };
}

describe('selecting all of a list', () => {
  it('goes through its pages in order, and tells how far it is', async () => {
    const list = listOf(3);
    const { end, seen } = walk(list);
    expect(await end).toEqual({ outcome: 'all' });
    expect(list.asked).toEqual([1, 2, 3]);
    expect(seen).toEqual([60, 120, 170]);
  });

  it('ends where there is no room for more', async () => {
    const list = listOf(30);
    expect(await walk(list, { room: 17 }).end).toEqual({ outcome: 'full' });
    expect(list.asked).toHaveLength(17);
  });

  it('ends when it is told to, and what came stays', async () => {
    const list = listOf(9);
    const { end, seen } = walk(list, { stopAfter: 2 });
    expect(await end).toEqual({ outcome: 'stopped' });
    expect(seen).toHaveLength(2);
  });

  it('waits for Salla’s limit as long as it is told, and asks for the same page again', async () => {
    const list = listOf(3, { 2: [limit(17), limit(null)] });
    const { end, waited } = walk(list);
    expect(await end).toEqual({ outcome: 'all' });
    expect(waited).toEqual([17_000, 5000]);
    expect(list.asked).toEqual([1, 2, 2, 2, 3]);
  });

  it('breaks off at any other failure, and can go on at the page that did not come', async () => {
    const failure = localProblem('salla_unavailable', 502);
    const list = listOf(3, { 2: [failure] });
    const first = walk(list);
    expect(await first.end).toEqual({ outcome: 'failed', error: failure, page: 2 });
    expect(first.seen).toEqual([60]);
    expect(await walk(list, { from: 2 }).end).toEqual({ outcome: 'all' });
    expect(list.asked).toEqual([1, 2, 2, 3]);
  });
});
