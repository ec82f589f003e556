import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { batchQueries } from '../../api/batchQueries.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { prepareDialog } from '../../components/Dialog.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import { loadPart, PartLoadError, sayMissingPart } from '../../host/lazyPart.tsx';
import { presses } from '../../host/reloading.ts';
import { formatNumber } from '../../i18n/format.ts';
import { addWords } from '../../i18n/i18n.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { refreshDeliveries } from '../recordDelivery.ts';
import { useProblemToast } from '../useProblemToast.ts';
import type { OnWorking } from './ResendContext.ts';
import type { ChosenOrders } from './startBatch.ts';

/** Sends many at once. What asks and what it says is fetched when someone is about to; lists do without. */
export function useStartBatch() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const host = useHost();
  const { language } = useLayout();
  const { t } = useTranslation('batches');
  const { t: deliveryWords } = useTranslation('deliveries');
  const toastProblem = useProblemToast();

  async function load() {
    const words = addWords(router.options.context.i18n, 'batches');
    const [code] = await Promise.all([loadPart(() => import('./startBatch.ts')), words]);
    return code;
  }

  async function ask(chosen: ChosenOrders, onWorking: OnWorking): Promise<string | null> {
    const { startBatch } = await load();
    const confirm: typeof host.confirm = async (question) => {
      onWorking(false);
      const outcome = await host.confirm(question);
      onWorking(outcome === 'confirmed');
      return outcome;
    };
    const randomId = () => crypto.randomUUID();
    const surroundings = { host: { confirm }, t, deliveryWords, language, randomId };
    const end = await startBatch(chosen, surroundings);
    if (end.outcome === 'under_way') {
      const count = end.orders;
      host.toast('info', t('choose.allUnderWay', { count, n: formatNumber(count, language) }));
    }
    if (end.outcome !== 'started') return null;
    refreshDeliveries(queryClient);
    void queryClient.invalidateQueries({ queryKey: batchQueries.all() });
    // Their rows tell of the sending when the list is shown again.
    void queryClient.invalidateQueries({ queryKey: invoiceQueries.lists(), refetchType: 'none' });
    return end.batchId;
  }

  return {
    /** Asks and sends; the batch that it became, or null where it did not. What goes wrong is said. */
    start: async (chosen: ChosenOrders, onWorking: OnWorking): Promise<string | null> => {
      const end = presses.begin({ kind: 'batch' });
      try {
        return await ask(chosen, onWorking);
      } catch (error) {
        if (error instanceof PartLoadError) await sayMissingPart(error);
        else toastProblem(error);
        return null;
      } finally {
        end();
      }
    },
    /** Fetches ahead what asking takes. */
    prepare: (): void => {
      if (host.kind === 'tab') prepareDialog();
      // Whoever presses hears of it when it fails.
      load().catch(() => {});
    },
  };
}
