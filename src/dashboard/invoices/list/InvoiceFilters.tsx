import FilterHorizontalIcon from '@hugeicons/core-free-icons/FilterHorizontalIcon';
import { type ComponentType, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { OrderSearch } from '../OrderSearch.tsx';
import { DateFilter } from './DateFilter.tsx';
import classes from './InvoiceFilters.module.css';
import { activeFilters, type InvoiceFilter, withoutFilters } from './invoiceFilters.ts';
import { OrderChip } from './OrderChip.tsx';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

/** Beside the order search; on a phone in the sheet. */
const filterControls: Readonly<
  Record<Exclude<InvoiceFilter, 'order'>, ComponentType<InvoiceListState>>
> = {
  dates: DateFilter,
};

interface InvoiceFiltersProps extends InvoiceListState {
  /** The user chose an order: the focus may move to its rows. */
  onOrderChosen: () => void;
}

/** The list's filters. On a phone all but the order search are in a sheet, behind a button with their number. */
export function InvoiceFilters({ search, change, onOrderChosen }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices');
  const [sheetOpen, setSheetOpen] = useState(false);
  // Search field and chip replace each other: the focus follows if the user caused it.
  const [takesFocus, setTakesFocus] = useState(false);
  const filterByOrder = (chosen: number | undefined) => {
    setTakesFocus(true);
    if (chosen !== undefined) onOrderChosen();
    change({ orderId: chosen });
  };
  const { orderId } = search;
  const count = activeFilters(search).length;
  const controls = Object.entries(filterControls).map(([filter, Control]) => (
    <Control key={filter} search={search} change={change} />
  ));
  return (
    <search className={classes.filters} aria-label={t('filters.label')}>
      {orderId === undefined ? (
        <OrderSearch takesFocus={takesFocus} onChoose={filterByOrder} />
      ) : (
        <OrderChip
          takesFocus={takesFocus}
          orderId={orderId}
          onClear={() => filterByOrder(undefined)}
        />
      )}
      <div className={classes.controls}>{controls}</div>
      <Button
        className={classes.open}
        icon={FilterHorizontalIcon}
        aria-haspopup="dialog"
        onClick={() => setSheetOpen(true)}
      >
        {count === 0 ? t('filters.open') : t('filters.openWith', { count })}
      </Button>
      <FilterSheet
        open={sheetOpen}
        onClose={() => setSheetOpen(false)}
        onReset={() => change(withoutFilters)}
      >
        {controls}
      </FilterSheet>
    </search>
  );
}

interface FilterSheetProps {
  open: boolean;
  onClose: () => void;
  onReset: () => void;
  children: ReactNode;
}

/** The filters on a phone, in a dialog at the block end; the browser traps the focus. */
function FilterSheet({ open, onClose, onReset, children }: FilterSheetProps) {
  const { t } = useTranslation('invoices');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={classes.sheet} aria-labelledby={titleId} onClose={onClose}>
      {open ? (
        <>
          <h2 id={titleId}>{t('filters.label')}</h2>
          {children}
          <div className={classes.sheetActions}>
            <Button variant="quiet" onClick={onReset}>
              {t('filters.reset')}
            </Button>
            <Button variant="filled" onClick={onClose}>
              {t('filters.show')}
            </Button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
