import { type RefObject, useEffect, useRef } from 'react';
import { letterOf, typesText } from './keys.ts';

interface RowKeys {
  /** Null where no row has the focus. */
  onResend: (invoiceId: number | null) => void;
  /** `range`: with the Shift key. */
  onToggle: (invoiceId: number, range: boolean) => void;
}

/**
 * `j` and `k` go through the rows' links (Enter opens the one), `x` selects the row in focus or no longer does,
 * `r` asks to resend.
 */
export function useRowKeys(table: RefObject<HTMLTableElement | null>, does: RowKeys): void {
  const keys = useRef(does);
  useEffect(() => {
    keys.current = does;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const letter = letterOf(event);
      if (letter === null || typesText(event) || !['j', 'k', 'r', 'x'].includes(letter)) return;
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-invoice]') ?? [])];
      const current = rows.findIndex((row) => row.contains(document.activeElement));
      const row = rows[current];
      const invoiceId = row === undefined ? null : Number(row.dataset.invoice);
      if (letter === 'r') {
        keys.current.onResend(invoiceId);
      } else if (letter === 'x') {
        if (invoiceId !== null) keys.current.onToggle(invoiceId, event.shiftKey);
      } else {
        const next = letter === 'j' ? current + 1 : Math.max(current - 1, 0);
        rows[Math.min(next, rows.length - 1)]?.querySelector('a')?.focus();
      }
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [table]);
}
