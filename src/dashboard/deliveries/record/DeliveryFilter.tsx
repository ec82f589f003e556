import { Link } from '@tanstack/react-router';
import type { DeliveryCounts } from '../../../contract/delivery.ts';
import { deliveryStates } from '../../../contract/deliveryStates.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Button } from '../../components/Button.tsx';
import { ToggleButton } from '../../components/ToggleButton.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './DeliveryFilter.module.css';
import type { DeliveryListState } from './useDeliveryListSearch.ts';

interface DeliveryFilterProps extends DeliveryListState {
  /** Null while nothing is known. */
  counts: DeliveryCounts | null;
}

/** The states with how many are in each; and what else the address narrows the list to. */
export function DeliveryFilter({ search, change, counts }: DeliveryFilterProps) {
  const { t } = useTranslation('deliveries');
  const { language } = useLayout();
  const { batchId, orderId, invoiceId } = search;
  const scope = batchId ? 'oneBatch' : orderId ? 'oneOrder' : invoiceId ? 'oneInvoice' : null;
  const count = (number: number) => (
    <span className={classes.count}>{counts === null ? '–' : formatNumber(number, language)}</span>
  );
  const all = counts === null ? 0 : Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <search className={classes.filter} aria-label={t('page.filter')}>
      <ToggleButton
        aria-pressed={search.state === undefined}
        onClick={() => change({ state: undefined })}
      >
        {t('page.all')} {count(all)}
      </ToggleButton>
      {deliveryStates.map((state) => (
        <ToggleButton
          key={state}
          aria-pressed={search.state === state}
          onClick={() => change({ state })}
        >
          {t(`states.${state}`)} {count(counts?.[state] ?? 0)}
        </ToggleButton>
      ))}
      {scope === null ? null : (
        <span className={classes.scope}>
          {batchId === undefined ? (
            t(`page.${scope}`)
          ) : (
            <Link to={paths.batch} params={{ batchId }}>
              {t(`page.${scope}`)}
            </Link>
          )}
          <Button
            size="small"
            variant="quiet"
            onClick={() => change({ batchId: undefined, orderId: undefined, invoiceId: undefined })}
          >
            {t('page.showAll')}
          </Button>
        </span>
      )}
    </search>
  );
}
