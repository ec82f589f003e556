import type { ParsedLocation } from '@tanstack/react-router';

/** An entry of the history that shows the list: its address, as it was narrowed and paged, and its place. */
interface ListEntry {
  href: string;
  index: number;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The list that one came from, on this page's way back. */
    list?: ListEntry;
  }
}

/** What a page that is opened from the list remembers of it. */
export function fromList({ href, state }: ParsedLocation): { list: ListEntry } {
  return { list: { href, index: state.__TSR_index } };
}

/** The same, for a page that is opened from one that remembers it. */
export function sameList({ list }: { list?: ListEntry }): { list?: ListEntry } {
  return list === undefined ? {} : { list };
}
