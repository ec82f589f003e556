import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { paths } from '../../../contract/pagePaths.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { toListHistory } from '../listHistory.ts';

/** The pointer rests on a row this long before a prefetch, longer than it takes to cross it. */
const restMs = 120;
/** A prefetched invoice isn't fetched again within this time. */
const freshMs = 30_000;

/** The invoice of the row in which an event happened; null outside of rows. */
export function findInvoiceId(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-invoice]') : null;
  return row?.dataset.invoice === undefined ? null : Number(row.dataset.invoice);
}

/** Event handlers for all rows: a click opens the invoice, hover or focus prefetches it. */
export function useRowNavigation() {
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function prefetch({ target }: FocusEvent | PointerEvent) {
    const invoiceId = findInvoiceId(target);
    clearTimeout(timer.current);
    if (invoiceId === null) return;
    const query = { ...invoiceQueries.detail(invoiceId), staleTime: freshMs };
    timer.current = setTimeout(() => void queryClient.prefetchQuery(query), restMs);
  }

  return {
    onPointerOver: prefetch,
    onPointerLeave: () => clearTimeout(timer.current),
    onFocus: prefetch,
    onClick: (event: MouseEvent) => {
      const invoiceId = findInvoiceId(event.target);
      const { target } = event;
      if (
        invoiceId === null ||
        !(target instanceof Element) ||
        target.closest('button, input, label')
      )
        return;
      // Modified clicks open a link elsewhere, and a drag selects text.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (!target.closest('a') && getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      const state = toListHistory(router.latestLocation);
      void navigate({ to: paths.invoice, params: { invoiceId }, state });
    },
  };
}
