import { describe, expect, it } from 'vitest';
import type { InvoicePage } from '../../../contract/invoice.ts';
import { localProblem, ProblemError } from '../../api/ProblemError.ts';
import { loadAllPages } from './selectAll.ts';

/** A rate limit with or without `Retry-After`. */
const limit = (seconds: number | null) =>
  new ProblemError(localProblem('rate_limited', 429).problem, seconds);

/** A list whose pages may fail the first times they are loaded. */
function listOf(totalPages: number, failures: Record<number, Error[]> = {}) {
  const fetched: number[] = [];
  const fetchPage = async (number: number): Promise<InvoicePage> => {
    fetched.push(number);
    const failure = failures[number]?.shift();
    if (failure) throw failure;
    const page = { number, size: 60, totalItems: totalPages * 60 - 10, totalPages };
    return { data: Array.from({ length: 60 }, () => ({ ...row })), page };
  };
  return { fetched, fetchPage };
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
  const end = loadAllPages(from, {
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

describe('loading all pages of a list', () => {
  it('goes through the pages in order and reports progress', async () => {
    const list = listOf(3);
    const { end, seen } = walk(list);
    expect(await end).toEqual({ outcome: 'all' });
    expect(list.fetched).toEqual([1, 2, 3]);
    expect(seen).toEqual([60, 120, 170]);
  });

  it('ends when the selection is full', async () => {
    const list = listOf(30);
    expect(await walk(list, { room: 17 }).end).toEqual({ outcome: 'full' });
    expect(list.fetched).toHaveLength(17);
  });

  it('ends when aborted, and keeps what was loaded', async () => {
    const list = listOf(9);
    const { end, seen } = walk(list, { stopAfter: 2 });
    expect(await end).toEqual({ outcome: 'stopped' });
    expect(seen).toHaveLength(2);
  });

  it('waits out Salla’s rate limit and loads the same page again', async () => {
    const list = listOf(3, { 2: [limit(17), limit(null)] });
    const { end, waited } = walk(list);
    expect(await end).toEqual({ outcome: 'all' });
    expect(waited).toEqual([17_000, 5000]);
    expect(list.fetched).toEqual([1, 2, 2, 2, 3]);
  });

  it('ends at any other failure and can resume at the failed page', async () => {
    const failure = localProblem('salla_unavailable', 502);
    const list = listOf(3, { 2: [failure] });
    const first = walk(list);
    expect(await first.end).toEqual({ outcome: 'failed', error: failure, page: 2 });
    expect(first.seen).toEqual([60]);
    expect(await walk(list, { from: 2 }).end).toEqual({ outcome: 'all' });
    expect(list.fetched).toEqual([1, 2, 2, 3]);
  });
});
