import type { ParsedLocation } from '@tanstack/react-router';

/** The history entry of the list: its URL with filters and page, and its position in the history. */
interface ListHistoryEntry {
  href: string;
  index: number;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The list that the user came from. */
    list?: ListHistoryEntry;
  }
}

/** History state for a page that is opened from the list. */
export function toListHistory({ href, state }: ParsedLocation): { list: ListHistoryEntry } {
  return { list: { href, index: state.__TSR_index } };
}

/** Passes that history state on to the next page. */
export function keepListHistory({ list }: { list?: ListHistoryEntry }): {
  list?: ListHistoryEntry;
} {
  return list === undefined ? {} : { list };
}
