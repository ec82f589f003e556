import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { InvoiceLink } from './InvoiceLink.tsx';
import type { Issued, WhyNot as Reason } from './issued.ts';

interface WhyNotProps {
  type: CreatableType;
  reason: Reason;
  /** What the order has already. */
  issued: Issued | null;
}

/** Why a type can't be created, and the way to the invoice that is there instead. */
export function WhyNot({ type, reason, issued }: WhyNotProps) {
  const { t } = useTranslation('create');
  const existing = type === 'tax_invoice' ? issued?.taxInvoice : issued?.creditNote;
  return (
    <>
      {t(`type.whyNot.${reason}`)} {existing ? <InvoiceLink invoice={existing} /> : null}
    </>
  );
}
