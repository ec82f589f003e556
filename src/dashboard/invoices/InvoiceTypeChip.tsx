import type { InvoiceSummary } from '../../contract/invoice.ts';
import { StateChip } from '../components/StateChip.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** The invoice type: neutral for tax invoices, highlighted for credit notes. Unknown types have Salla's own name. */
export function InvoiceTypeChip({
  invoice,
}: {
  invoice: Pick<InvoiceSummary, 'type' | 'typeLabel'>;
}) {
  const { t } = useTranslation('invoices');
  const { type, typeLabel } = invoice;
  return (
    <StateChip tone={type === 'credit_note' ? 'warning' : 'neutral'}>
      {type === 'other' && typeLabel !== '' ? <bdi>{typeLabel}</bdi> : t(`types.${type}`)}
    </StateChip>
  );
}
