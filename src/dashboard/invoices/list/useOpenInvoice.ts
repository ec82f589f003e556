import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { fromList } from '../listEntry.ts';

/** A pointer that only crosses a row does not rest on it this long. */
const restMs = 120;
/** A link that was hovered, then opened a moment later, asks no second time. */
const freshMs = 30_000;

/** The invoice of the row that an event happened in. */
export function invoiceIdOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-invoice]') : null;
  return row?.dataset.invoice === undefined ? null : Number(row.dataset.invoice);
}

/** One set of handlers for all rows: a click opens the invoice, resting or focus fetches it ahead. */
export function useOpenInvoice() {
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function prefetchOf({ target }: FocusEvent | PointerEvent) {
    const invoiceId = invoiceIdOf(target);
    clearTimeout(timer.current);
    if (invoiceId === null) return;
    const query = { ...invoiceQueries.detail(invoiceId), staleTime: freshMs };
    timer.current = setTimeout(() => void queryClient.prefetchQuery(query), restMs);
  }

  return {
    onPointerOver: prefetchOf,
    onPointerLeave: () => clearTimeout(timer.current),
    onFocus: prefetchOf,
    onClick: (event: MouseEvent) => {
      const invoiceId = invoiceIdOf(event.target);
      const { target } = event;
      if (
        invoiceId === null ||
        !(target instanceof Element) ||
        target.closest('button, input, label')
      )
        return;
      // The browser's own ways of opening a link elsewhere, and text that is being selected.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (!target.closest('a') && getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      const state = fromList(router.latestLocation);
      void navigate({ to: paths.invoice, params: { invoiceId }, state });
    },
  };
}
