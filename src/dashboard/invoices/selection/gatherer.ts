import type { InvoicePage } from '../../../contract/invoice.ts';
import type { Watched } from '../../host/Host.ts';
import { watched } from '../../host/watched.ts';
import { filterKey, type InvoiceFilterValues } from '../list/invoiceFilters.ts';
import { gather } from './gather.ts';
import type { SelectionStore } from './selectionStore.ts';

export type GatherState =
  | { state: 'idle' }
  /** All that the filters (as text) match were selected; that many were then. */
  | { state: 'done'; filters: string; size: number }
  | { state: 'gathering'; seen: number; total: number; waits: boolean }
  | { state: 'failed'; error: unknown; goOn: () => void };

/** Selects all that a list matches, page by page; goes on while other pages are looked at. */
export interface Gatherer extends Watched<GatherState> {
  start: (filters: InvoiceFilterValues, total: number) => void;
  /** What was gathered stays selected. */
  stop: () => void;
}

interface GathererParts {
  selection: SelectionStore;
  /** One page of the filtered list, as large as they come. */
  fetchPage: (filters: InvoiceFilterValues, number: number) => Promise<InvoicePage>;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createGatherer({ selection, fetchPage, wait }: GathererParts): Gatherer {
  const state = watched<GatherState>({ state: 'idle' });
  let running: AbortController | null = null;

  async function run(
    filters: InvoiceFilterValues,
    firstPage: number,
    progress: Progress,
  ): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    const { signal } = mine;
    const show = (more: Partial<Progress>) => {
      Object.assign(progress, more);
      if (!signal.aborted) state.set({ state: 'gathering', ...progress });
    };
    show({ waits: false });
    const end = await gather(firstPage, {
      signal,
      fetchPage: (number) => fetchPage(filters, number),
      take: (rows, seen, total) => {
        show({ seen, total, waits: false });
        return selection.add(rows);
      },
      wait: (ms) => {
        show({ waits: true });
        return wait(ms, signal);
      },
    });
    if (running !== mine) return;
    running = null;
    if (end.outcome === 'stopped') state.set({ state: 'idle' });
    else if (end.outcome === 'failed') {
      const goOn = () => void run(filters, end.page, progress);
      state.set({ state: 'failed', error: end.error, goOn });
    } else {
      const { size } = selection.get().selection;
      state.set({ state: 'done', filters: filterKey(filters), size });
    }
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    start: (filters, total) => void run(filters, 1, { seen: 0, total, waits: false }),
    stop: () => {
      running?.abort();
      running = null;
      state.set({ state: 'idle' });
    },
  };
}

interface Progress {
  seen: number;
  total: number;
  waits: boolean;
}
