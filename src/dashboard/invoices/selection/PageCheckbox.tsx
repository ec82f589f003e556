import { useEffect, useRef } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from '../list/InvoiceTable.module.css';
import { useSelected, useSelecting } from './SelectionContext.ts';
import { coverOf } from './selection.ts';

/** All rows of the page at once. On a phone it stands above the cards, with its words. */
export function PageCheckbox({ invoices }: { invoices: readonly InvoiceSummary[] }) {
  const { t } = useTranslation('invoices');
  const { selection } = useSelecting();
  const cover = useSelected((state) =>
    coverOf(
      state.selection,
      invoices.map(({ id }) => id),
    ),
  );
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = cover === 'some';
  }, [cover]);
  return (
    <label className={classes.checkPage}>
      <input
        ref={box}
        type="checkbox"
        checked={cover === 'all'}
        disabled={invoices.length === 0}
        onChange={() => selection.turnPage(invoices)}
      />
      <span>{t('select.page')}</span>
    </label>
  );
}
