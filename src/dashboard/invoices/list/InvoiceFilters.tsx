import FilterHorizontalIcon from '@hugeicons/core-free-icons/FilterHorizontalIcon';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { OrderSearch } from '../OrderSearch.tsx';
import { DateFilter } from './DateFilter.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import classes from './InvoiceFilters.module.css';
import { OrderChip } from './OrderChip.tsx';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

interface InvoiceFiltersProps extends InvoiceListState {
  /** A person chose an order: the focus may go on to its rows. */
  onOrderChosen: () => void;
}

/** What narrows the list. On a phone the days are in a sheet behind a button that counts the filters. */
export function InvoiceFilters({ search, change, onOrderChosen }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices');
  const [sheetOpen, setSheetOpen] = useState(false);
  // Search field and chip take each other's place: the focus goes along when a person did it.
  const [followed, setFollowed] = useState(false);
  const narrowTo = (chosen: number | undefined) => {
    setFollowed(true);
    if (chosen !== undefined) onOrderChosen();
    change({ orderId: chosen });
  };
  const { from, to, orderId } = search;
  const count = (from ?? to) === undefined ? 0 : 1;
  const total = count + (orderId === undefined ? 0 : 1);
  const days = <DateFilter range={{ from, to }} onChange={change} />;
  return (
    <search className={classes.filters} aria-label={t('filters.label')}>
      {orderId === undefined ? (
        <OrderSearch takesFocus={followed} onChoose={narrowTo} />
      ) : (
        <OrderChip takesFocus={followed} orderId={orderId} onClear={() => narrowTo(undefined)} />
      )}
      <div className={classes.days}>{days}</div>
      <Button
        className={classes.open}
        icon={FilterHorizontalIcon}
        aria-haspopup="dialog"
        onClick={() => setSheetOpen(true)}
      >
        {total === 0 ? t('filters.open') : t('filters.openWith', { count: total })}
      </Button>
      <FilterSheet
        open={sheetOpen}
        onClose={() => setSheetOpen(false)}
        onReset={() => change({ from: undefined, to: undefined, orderId: undefined })}
      >
        {days}
      </FilterSheet>
    </search>
  );
}
