import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { Watched } from '../../host/Host.ts';
import { watched } from '../../host/watched.ts';
import type { KeptSelection } from './keptSelection.ts';
import {
  between,
  coverOf,
  nothing,
  overflows,
  type Selection,
  selectedOf,
  withoutThese,
  withThese,
} from './selection.ts';

export interface SelectionState {
  selection: Selection;
  /** Something found no room and was left out. */
  isFull: boolean;
  /** What a person cleared just now, and may bring back. */
  cleared: Selection | null;
}

/** What is selected, over all pages of the list. */
export interface SelectionStore extends Watched<SelectionState> {
  /** Takes up what was kept before the page was loaded. */
  restore: () => void;
  /** Turns one row round; with `range`, all rows from the one that was turned before to this one become like it. */
  turn: (rows: readonly InvoiceSummary[], invoiceId: number, range: boolean) => void;
  /** Selects a page's rows, or none of them where all were. */
  turnPage: (rows: readonly InvoiceSummary[]) => void;
  /** Adds rows; false where there is no room for more. */
  add: (rows: readonly InvoiceSummary[]) => boolean;
  clear: () => void;
  bringBack: () => void;
  /** What was cleared can be brought back no more. */
  letGo: () => void;
  /** It went out: nothing is selected any more, and nothing of it comes back. */
  forget: () => void;
}

export function createSelectionStore(kept: KeptSelection): SelectionStore {
  const state = watched<SelectionState>({ selection: nothing, isFull: false, cleared: null });
  /** The row that was turned last: a range begins there. */
  let anchor: number | null = null;

  function set(selection: Selection, more: Partial<SelectionState> = {}): void {
    state.set({ selection, isFull: false, cleared: null, ...more });
    kept.keep(selection);
  }

  function add(rows: readonly InvoiceSummary[]): boolean {
    const { selection } = state.get();
    const more = rows.map(selectedOf);
    const isFull = overflows(selection, more);
    set(withThese(selection, more), { isFull });
    return !isFull;
  }

  function remove(rows: readonly InvoiceSummary[]): void {
    const { selection } = state.get();
    set(
      withoutThese(
        selection,
        rows.map(({ id }) => id),
      ),
    );
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    restore: () => {
      const before = kept.read();
      if (before !== null && state.get().selection.size === 0) set(before);
    },
    turn: (rows, invoiceId, range) => {
      const turned = between(rows, range ? anchor : invoiceId, invoiceId);
      anchor = invoiceId;
      if (state.get().selection.has(invoiceId)) remove(turned);
      else add(turned);
    },
    turnPage: (rows) => {
      const ids = rows.map(({ id }) => id);
      if (coverOf(state.get().selection, ids) === 'all') remove(rows);
      else add(rows);
    },
    add,
    clear: () => {
      const { selection } = state.get();
      if (selection.size > 0) set(nothing, { cleared: selection });
    },
    bringBack: () => {
      const { cleared } = state.get();
      if (cleared !== null) set(cleared);
    },
    letGo: () => {
      if (state.get().cleared !== null) set(nothing);
    },
    forget: () => set(nothing),
  };
}
