import { type PersistStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import {
  addToSelection,
  emptySelection,
  exceedsLimit,
  pageCoverage,
  removeFromSelection,
  rowRange,
  type Selection,
  toSelectedInvoice,
} from './selection.ts';

export interface SelectionState {
  selection: Selection;
  /** Some rows were left out: the selection is full. */
  isFull: boolean;
  /** The selection that was just cleared, while it can be restored. */
  cleared: Selection | null;
  /** Toggles one row; with `range`, gives all rows since the last toggled one its new state. */
  toggle: (rows: readonly InvoiceSummary[], invoiceId: number, range: boolean) => void;
  /** Selects a page's rows, or removes them if all are selected. */
  togglePage: (rows: readonly InvoiceSummary[]) => void;
  /** Adds rows; false if there is no room for more. */
  add: (rows: readonly InvoiceSummary[]) => boolean;
  clear: () => void;
  /** Undoes `clear`. */
  restore: () => void;
  /** Ends the time in which `clear` can be undone. */
  dismissUndo: () => void;
  /** Empties the selection after it was sent, without undo. */
  reset: () => void;
}

/** Its key in session storage or a cookie. */
export const selectionKey = 'invoice-desk.selection';

export type SelectionStorage = PersistStorage<Pick<SelectionState, 'selection'>>;
export type SelectionStore = ReturnType<typeof createSelectionStore>;

/** The selected invoices over all pages of the list. Stored at every change. */
export function createSelectionStore(storage: SelectionStorage) {
  /** The row that was toggled last: a range starts there. */
  let anchor: number | null = null;

  return createStore<SelectionState>()(
    persist(
      (set, get) => {
        function update(selection: Selection, changes: Partial<SelectionState> = {}): void {
          set({ selection, isFull: false, cleared: null, ...changes });
        }

        function add(rows: readonly InvoiceSummary[]): boolean {
          const { selection } = get();
          const more = rows.map(toSelectedInvoice);
          const isFull = exceedsLimit(selection, more);
          update(addToSelection(selection, more), { isFull });
          return !isFull;
        }

        function remove(rows: readonly InvoiceSummary[]): void {
          const ids = rows.map(({ id }) => id);
          update(removeFromSelection(get().selection, ids));
        }

        return {
          selection: emptySelection,
          isFull: false,
          cleared: null,
          toggle: (rows, invoiceId, range) => {
            const toggled = rowRange(rows, range ? anchor : invoiceId, invoiceId);
            anchor = invoiceId;
            if (get().selection.has(invoiceId)) remove(toggled);
            else add(toggled);
          },
          togglePage: (rows) => {
            const ids = rows.map(({ id }) => id);
            if (pageCoverage(get().selection, ids) === 'all') remove(rows);
            else add(rows);
          },
          add,
          clear: () => {
            const { selection } = get();
            if (selection.size > 0) update(emptySelection, { cleared: selection });
          },
          restore: () => {
            const { cleared } = get();
            if (cleared !== null) update(cleared);
          },
          dismissUndo: () => {
            if (get().cleared !== null) update(emptySelection);
          },
          reset: () => update(emptySelection),
        };
      },
      {
        name: selectionKey,
        storage,
        partialize: ({ selection }) => ({ selection }),
        skipHydration: true,
      },
    ),
  );
}

/** Loads the stored selection after a page load, and stores it again, so that its 12 hours restart. */
export function loadSelection(store: SelectionStore): void {
  if (store.getState().selection.size > 0) return;
  void store.persist.rehydrate();
  if (store.getState().selection.size > 0) store.setState({});
}
