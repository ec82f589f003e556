import { type FocusEvent, useEffect, useRef } from 'react';

/**
 * Keeps the focus near when the row that had it leaves its list: it goes to the button of the row that takes its
 * place, else to the list's first control, else to the page's heading. Rows say their id in `data-row`.
 */
export function useKeptFocus(ids: readonly string[]) {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<{ id: string | null; index: number } | null>(null);
  const key = ids.join();

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const rows = rowsOf(list.current);
    const index = rows.findIndex((row) => row.contains(target));
    last.current = { id: rows[index]?.dataset.row ?? null, index };
  }

  useEffect(() => {
    const was = last.current;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (was === null || !isLost || (was.id !== null && key.split(',').includes(was.id))) return;
    last.current = null;
    const rows = rowsOf(list.current);
    const next = was.id === null ? undefined : rows[Math.min(was.index, rows.length - 1)];
    const control =
      next?.querySelector('button') ?? list.current?.querySelector<HTMLElement>('input, button');
    const target = control ?? document.querySelector<HTMLElement>('h1');
    target?.focus();
  }, [key]);

  return { ref: list, onFocus };
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
}
