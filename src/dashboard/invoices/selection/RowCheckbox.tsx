import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

interface RowCheckboxProps {
  invoice: Pick<InvoiceSummary, 'id' | 'number' | 'type'>;
  /** Null where it is not known. */
  orderNumber: number | null;
  checked: boolean;
  /** `range`: with the Shift key, all rows since the last one. */
  onTurn: (invoiceId: number, range: boolean) => void;
}

export function RowCheckbox({ invoice, orderNumber, checked, onTurn }: RowCheckboxProps) {
  const { t } = useTranslation('invoices');
  const { id, number, type } = invoice;
  const kind = type === 'credit_note' ? 'creditNote' : 'invoice';
  const what = number === null ? t(`select.${kind}Unknown`) : t(`select.${kind}`, { number });
  return (
    <input
      type="checkbox"
      checked={checked}
      aria-label={
        orderNumber === null
          ? t('select.row', { what })
          : t('select.rowOfOrder', { what, order: orderNumber })
      }
      onChange={({ nativeEvent }) =>
        onTurn(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
}
