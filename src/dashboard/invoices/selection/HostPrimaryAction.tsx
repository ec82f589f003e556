import { useHost, useLayout, usePrimaryAction } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { NewInvoiceSearch } from '../../paths.ts';
import { useNewInvoiceAction } from '../NewInvoiceLink.tsx';
import { useSelectAllStatus, useSelection } from './SelectionContext.ts';
import { countOrders } from './selection.ts';
import type { SelectionResend } from './useSelectionResend.ts';

interface HostPrimaryActionProps {
  newInvoice: NewInvoiceSearch;
  resend: SelectionResend;
}

/** The primary action in Salla's dashboard: a new invoice, or sending the selection. */
export function HostPrimaryAction({ newInvoice, resend }: HostPrimaryActionProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const { kind } = useHost();
  const create = useNewInvoiceAction(newInvoice);
  const count = useSelection(({ selection }) => countOrders(selection));
  const { status } = useSelectAllStatus();
  const send = {
    title: t('select.resend', { count, n: formatNumber(count, language) }),
    onClick: resend.press,
    disabled: resend.busy || status === 'running',
  };
  usePrimaryAction(kind === 'embedded' ? (count === 0 ? create : send) : null);
  return null;
}
