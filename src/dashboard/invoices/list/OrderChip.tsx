import Cancel01Icon from '@hugeicons/core-free-icons/Cancel01Icon';
import { useQuery } from '@tanstack/react-query';
import { orderQueries } from '../../api/orderQueries.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Isolate } from '../../components/Isolate.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from '../OrderSearch.module.css';

interface OrderChipProps {
  orderId: number;
  /** It replaced the focused element. */
  takesFocus: boolean;
  onClear: () => void;
}

/**
 * The order that the list is filtered by, with a button to remove the filter. The chip itself keeps the focus until the
 * rows come, not the button: the next Enter must not undo the search.
 */
export function OrderChip({ orderId, takesFocus, onClear }: OrderChipProps) {
  const { t } = useTranslation('invoices');
  const chip = useFocusOnMount<HTMLFieldSetElement>(takesFocus);
  const order = useQuery(orderQueries.detail(orderId));
  return (
    <fieldset ref={chip} className={classes.chip} tabIndex={-1} aria-label={t('filters.chosen')}>
      <OrderName
        loading={order.isLoading}
        number={order.data?.number ?? null}
        customer={order.data?.customer?.name ?? null}
      />
      <IconButton icon={Cancel01Icon} label={t('filters.clearOrder')} onClick={onClear} />
    </fieldset>
  );
}

interface OrderNameProps {
  loading: boolean;
  number: number | null;
  customer: string | null;
}

function OrderName({ loading, number, customer }: OrderNameProps) {
  const { t } = useTranslation('invoices');
  if (loading) return <Skeleton width="160px" />;
  return (
    <span className={classes.chipText}>
      <span>
        {number === null ? t('filters.orderChipUnknown') : t('filters.orderChip', { number })}
      </span>
      {customer === null ? null : (
        <>
          {' · '}
          <Isolate cut>{customer}</Isolate>
        </>
      )}
    </span>
  );
}
