import { type RefObject, useEffect, useRef } from 'react';
import { letterOf, typesText } from './keys.ts';

/** `j` and `k` go through the rows' links (Enter opens the one), `r` asks to resend the row in focus. */
export function useRowKeys(
  table: RefObject<HTMLTableElement | null>,
  onResend: (invoiceId: number) => void,
): void {
  const resend = useRef(onResend);
  useEffect(() => {
    resend.current = onResend;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const letter = letterOf(event);
      if (letter === null || typesText(event) || !['j', 'k', 'r'].includes(letter)) return;
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-invoice]') ?? [])];
      const current = rows.findIndex((row) => row.contains(document.activeElement));
      const row = rows[current];
      if (letter === 'r') {
        if (row) resend.current(Number(row.dataset.invoice));
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
