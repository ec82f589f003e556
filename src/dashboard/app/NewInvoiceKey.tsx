import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../../contract/pagePaths.ts';
import { isTyping, toLatinKey } from '../invoices/list/keyboardShortcuts.ts';
import { keepListHistory, toListHistory } from '../invoices/listHistory.ts';

/** `n` begins a new invoice, from any page but the one that is one. */
export function NewInvoiceKey() {
  const router = useRouter();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (toLatinKey(event) !== 'n' || isTyping(event)) return;
      const { latestLocation: here } = router;
      if (here.pathname === paths.newInvoice) return;
      event.preventDefault();
      const state =
        here.pathname === paths.invoices ? toListHistory(here) : keepListHistory(here.state);
      void router.navigate({ to: paths.newInvoice, state });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router]);
  return null;
}
