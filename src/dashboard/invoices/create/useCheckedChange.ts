import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/**
 * Lets a form whose answer never came be changed, once the order's invoices were read anew: if it was made after
 * all, they show it.
 */
export function useCheckedChange(onChecked: () => void) {
  const { t } = useTranslation('create');
  const host = useHost();
  const queryClient = useQueryClient();
  const [checking, setChecking] = useState(false);

  async function check(): Promise<void> {
    setChecking(true);
    try {
      const queryKey = invoiceQueries.lists();
      await queryClient.refetchQueries({ queryKey, type: 'active' }, { throwOnError: true });
      onChecked();
      // The button that had the focus is gone, and the order's invoices stand at the top.
      document.querySelector<HTMLElement>('h1')?.focus();
    } catch {
      host.toast('error', t('alert.changeFailed'));
    } finally {
      setChecking(false);
    }
  }

  return { check, checking };
}
