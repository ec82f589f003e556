import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { letterOf, typesText } from '../invoices/keys.ts';
import { paths } from '../paths.ts';

/** `n` begins a new invoice, from any page but the one that is one. */
export function NewInvoiceKey() {
  const router = useRouter();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (letterOf(event) !== 'n' || typesText(event)) return;
      if (router.latestLocation.pathname === paths.newInvoice) return;
      event.preventDefault();
      void router.navigate({ to: paths.newInvoice });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [router]);
  return null;
}
