import { type RefObject, useEffect, useRef } from 'react';

/**
 * The pressed key as a Latin letter or `/`. On other layouts (Arabic) the key's position counts, so that shortcuts are
 * the same on every keyboard. Null with a modifier or for any other key.
 */
export function toLatinKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (/^[a-z/]$/i.test(event.key)) return event.key.toLowerCase();
  // Latin punctuation counts as typed; only letters of other scripts go by position.
  if (!/^\p{L}$/u.test(event.key)) return null;
  if (event.code === 'Slash') return '/';
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? null;
}

/** Whether the key goes to a field or to a dialog over the page. */
export function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[aria-modal="true"], dialog[open]') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  );
}

interface RowShortcuts {
  /** Null if no row has the focus. */
  onResend: (invoiceId: number | null) => void;
  /** `range`: with the Shift key. */
  onToggle: (invoiceId: number, range: boolean) => void;
}

/** `j` and `k` move between the rows' links (Enter opens one), `x` toggles the focused row, `r` resends. */
export function useRowShortcuts(
  table: RefObject<HTMLTableElement | null>,
  does: RowShortcuts,
): void {
  const keys = useRef(does);
  useEffect(() => {
    keys.current = does;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const letter = toLatinKey(event);
      if (letter === null || isTyping(event) || !['j', 'k', 'r', 'x'].includes(letter)) return;
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

/** `/` focuses this field. */
export function useSearchShortcut(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (toLatinKey(event) !== '/' || isTyping(event)) return;
      field.current?.focus();
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field]);
}
