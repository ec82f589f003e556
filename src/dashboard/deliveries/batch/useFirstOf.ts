import { useState } from 'react';

const firstShown = 10;

/** The first rows of a long list, and the rest when a person asks for it. */
export function useFirstOf<Row>(rows: readonly Row[]) {
  const [whole, setWhole] = useState(false);
  return {
    shown: whole ? rows : rows.slice(0, firstShown),
    /** How many are not shown. */
    more: whole ? 0 : Math.max(0, rows.length - firstShown),
    showAll: () => setWhole(true),
  };
}
