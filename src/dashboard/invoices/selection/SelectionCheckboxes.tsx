import { useEffect, useRef } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from '../list/InvoiceTable.module.css';
import { useSelection } from './SelectionContext.ts';
import { pageCoverage } from './selection.ts';

interface RowCheckboxProps {
  invoiceId: number;
  name: string;
  checked: boolean;
  /** `range`: with the Shift key, all rows since the last one. */
  onToggle: (invoiceId: number, range: boolean) => void;
}

export function RowCheckbox({ invoiceId, name, checked, onToggle }: RowCheckboxProps) {
  return (
    <label className={classes.checkRow}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={name}
        onChange={({ nativeEvent }) =>
          onToggle(invoiceId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}

/** Selects all rows of the page. On a phone it is above the cards, with its label. */
export function PageCheckbox({ invoices }: { invoices: readonly InvoiceSummary[] }) {
  const { t } = useTranslation('invoices');
  const togglePage = useSelection((state) => state.togglePage);
  const coverage = useSelection((state) =>
    pageCoverage(
      state.selection,
      invoices.map(({ id }) => id),
    ),
  );
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = coverage === 'some';
  }, [coverage]);
  return (
    <label className={classes.checkPage}>
      <input
        ref={box}
        type="checkbox"
        checked={coverage === 'all'}
        disabled={invoices.length === 0}
        onChange={() => togglePage(invoices)}
      />
      <span>{t('select.page')}</span>
    </label>
  );
}
