import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orderQueries } from '../../api/orderQueries.ts';
import { Button } from '../../components/Button.tsx';
import { webAddress } from '../../components/webAddress.ts';
import { openTab } from '../../host/openedTab.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useProblemToast } from '../useProblemToast.ts';

interface OpenInSallaProps {
  orderId: number;
  /** Where it is known. */
  number: number | null;
}

/** Opens an order in Salla's dashboard, in a tab of its own. Its address is asked for then: a list of orders has none. */
export function OpenInSalla({ orderId, number }: OpenInSallaProps) {
  const { t } = useTranslation('batches');
  const { t: common } = useTranslation();
  const queryClient = useQueryClient();
  const toastProblem = useProblemToast();
  const [busy, setBusy] = useState(false);

  async function open() {
    // Only a tab that opens with the press is not taken for an advertisement.
    const tab = openTab(common('loading'));
    try {
      const order = await queryClient.fetchQuery({
        ...orderQueries.detail(orderId),
        staleTime: Infinity,
      });
      const address = webAddress(order.adminUrl);
      if (address === null) tab?.close();
      else tab?.go(address);
    } catch (error) {
      tab?.close();
      toastProblem(error);
    }
  }

  return (
    <Button
      size="small"
      busy={busy}
      aria-label={number === null ? undefined : t('page.failed.openOrderOf', { order: number })}
      onClick={() => {
        setBusy(true);
        void open().finally(() => setBusy(false));
      }}
    >
      {t('page.failed.openOrder')}
    </Button>
  );
}
