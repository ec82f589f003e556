import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { SelectAllStatus, SelectAllStore } from './selectAll.ts';
import type { SelectionState, SelectionStore } from './selectionStore.ts';

interface SelectionStores {
  selection: SelectionStore;
  selectAll: SelectAllStore;
}

export const SelectionContext = createContext<SelectionStores | null>(null);

/** The stores themselves, for event handlers; the same objects for as long as the session is open. */
export function useSelectionStores(): SelectionStores {
  const stores = useContext(SelectionContext);
  if (stores === null) throw new Error('useSelectionStores outside of a SelectionProvider');
  return stores;
}

/** A value of the selection; rerenders only when this value changes. */
export function useSelection<Value>(read: (state: SelectionState) => Value): Value {
  return useStore(useSelectionStores().selection, read);
}

export function useSelectAllStatus(): SelectAllStatus {
  return useStore(useSelectionStores().selectAll, ({ progress }) => progress);
}

/** Whether the selection bar has anything to show. */
export function useHasBar(): boolean {
  const hasContent = useSelection(
    ({ selection, cleared }) => selection.size > 0 || cleared !== null,
  );
  const { status } = useSelectAllStatus();
  return hasContent || status === 'running' || status === 'failed';
}
