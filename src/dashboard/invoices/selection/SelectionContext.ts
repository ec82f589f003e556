import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Gatherer, GatherState } from './gatherer.ts';
import type { SelectionState, SelectionStore } from './selectionStore.ts';

interface Selecting {
  selection: SelectionStore;
  gatherer: Gatherer;
}

export const SelectionContext = createContext<Selecting | null>(null);

/** To change what is selected; the same objects for as long as the session is open. */
export function useSelecting(): Selecting {
  const selecting = useContext(SelectionContext);
  if (selecting === null) throw new Error('useSelecting outside of a SelectionProvider');
  return selecting;
}

/** What is selected, for what is drawn again at each change. */
export function useSelectionState(): SelectionState {
  return useSelected((state) => state);
}

/** A value of it: what uses this is drawn again only when that value is another. */
export function useSelected<Value>(read: (state: SelectionState) => Value): Value {
  const { selection } = useSelecting();
  const value = () => read(selection.get());
  return useSyncExternalStore(selection.subscribe, value, value);
}

export function useGatherState(): GatherState {
  const { gatherer } = useSelecting();
  return useSyncExternalStore(gatherer.subscribe, gatherer.get, gatherer.get);
}

/** Whether there is anything to say or do about a selection. */
export function useHasBar(): boolean {
  const holds = useSelected(({ selection, cleared }) => selection.size > 0 || cleared !== null);
  const { state } = useGatherState();
  return holds || state === 'gathering' || state === 'failed';
}
