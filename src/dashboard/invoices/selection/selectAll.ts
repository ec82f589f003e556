import { createStore, type StoreApi } from 'zustand/vanilla';
import type { InvoicePage, InvoiceSummary } from '../../../contract/invoice.ts';
import { ProblemError } from '../../api/ProblemError.ts';
import { filterKey, type InvoiceFilterValues } from '../list/invoiceFilters.ts';
import type { SelectionStore } from './selectionStore.ts';

interface Progress {
  seen: number;
  total: number;
  /** Salla's rate limit is reached. */
  isWaiting: boolean;
}

export type SelectAllStatus =
  | { status: 'idle' }
  /** All invoices of these filters were selected: `size` of them. */
  | { status: 'done'; filterKey: string; size: number }
  | ({ status: 'running' } & Progress)
  | { status: 'failed'; error: unknown; resume: () => void };

interface SelectAllState {
  progress: SelectAllStatus;
  start: (filters: InvoiceFilterValues, total: number) => void;
  /** The invoices selected so far stay selected. */
  stop: () => void;
}

export type SelectAllStore = StoreApi<SelectAllState>;

interface SelectAllOptions {
  selection: SelectionStore;
  /** Loads one page of the filtered list, of the largest size. */
  fetchPage: (filters: InvoiceFilterValues, number: number) => Promise<InvoicePage>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Selects every invoice of a filtered list, page by page; continues while other pages are shown. */
export function createSelectAllStore({
  selection,
  fetchPage,
  wait,
}: SelectAllOptions): SelectAllStore {
  let running: AbortController | null = null;

  return createStore<SelectAllState>((set) => {
    async function run(filters: InvoiceFilterValues, firstPage: number, progress: Progress) {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      const { signal } = mine;
      const update = (changes: Partial<Progress>) => {
        Object.assign(progress, changes);
        if (!signal.aborted) set({ progress: { status: 'running', ...progress } });
      };
      update({ isWaiting: false });
      const end = await loadAllPages(firstPage, {
        signal,
        fetchPage: (number) => fetchPage(filters, number),
        take: (rows, seen, total) => {
          update({ seen, total, isWaiting: false });
          return selection.getState().add(rows);
        },
        wait: (ms) => {
          update({ isWaiting: true });
          return wait(ms, signal);
        },
      });
      if (running !== mine) return;
      running = null;
      if (end.outcome === 'stopped') set({ progress: { status: 'idle' } });
      else if (end.outcome === 'failed') {
        const resume = () => void run(filters, end.page, progress);
        set({ progress: { status: 'failed', error: end.error, resume } });
      } else {
        const { size } = selection.getState().selection;
        set({ progress: { status: 'done', filterKey: filterKey(filters), size } });
      }
    }

    return {
      progress: { status: 'idle' },
      start: (filters, total) => void run(filters, 1, { seen: 0, total, isWaiting: false }),
      stop: () => {
        running?.abort();
        running = null;
        set({ progress: { status: 'idle' } });
      },
    };
  });
}

interface LoadAllOptions {
  /** Throws `ProblemError`. Pages count from 1. */
  fetchPage: (number: number) => Promise<InvoicePage>;
  /** Takes the rows of a page, with how many of `total` were seen; false if there is no room for more. */
  take: (rows: readonly InvoiceSummary[], seen: number, total: number) => boolean;
  /** Waits for the rate limit; returns early when the signal aborts. */
  wait: (ms: number) => Promise<void>;
  signal: AbortSignal;
}

type LoadAllOutcome =
  | { outcome: 'all' | 'full' | 'stopped' }
  /** `page` is the one that failed: loading can resume there. */
  | { outcome: 'failed'; error: unknown; page: number };

/** If the answer has no `Retry-After`. */
const defaultWaitMs = 5000;

/**
 * Loads a list's pages in order, starting at `firstPage`. Waits out a rate limit; any other failure ends it, and the
 * pages before stay taken.
 */
export async function loadAllPages(
  firstPage: number,
  { fetchPage, take, wait, signal }: LoadAllOptions,
): Promise<LoadAllOutcome> {
  for (let number = firstPage; ; ) {
    if (signal.aborted) return { outcome: 'stopped' };
    const answer = await fetchPage(number).catch(asValue);
    if ('error' in answer) {
      const waitMs = retryDelay(answer.error);
      if (waitMs === null) return { outcome: 'failed', error: answer.error, page: number };
      await wait(waitMs);
      continue;
    }
    if (signal.aborted) return { outcome: 'stopped' };
    const { data, page } = answer;
    const seen = Math.min(number * page.size, page.totalItems);
    if (!take(data, seen, page.totalItems)) return { outcome: 'full' };
    if (data.length === 0 || number >= page.totalPages) return { outcome: 'all' };
    number += 1;
  }
}

function asValue(error: unknown): { error: unknown } {
  return { error };
}

/** How long to wait before a retry, in ms; null if waiting doesn't help. */
function retryDelay(error: unknown): number | null {
  if (!(error instanceof ProblemError) || error.code !== 'rate_limited') return null;
  return error.retryAfterSeconds === null ? defaultWaitMs : error.retryAfterSeconds * 1000;
}
