import { useHost, useLayout, usePrimaryAction } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { NewInvoiceSearch } from '../../paths.ts';
import { useNewInvoiceAction } from '../NewInvoiceLink.tsx';
import { useGatherState, useSelected } from './SelectionContext.ts';
import { orderCountOf } from './selection.ts';
import type { SelectionResend } from './useSelectionResend.ts';

interface ListActionProps {
  newInvoice: NewInvoiceSearch;
  resend: SelectionResend;
}

/** What Salla's dashboard offers above the frame: a new invoice, or sending what is selected. */
export function ListAction({ newInvoice, resend }: ListActionProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const { kind } = useHost();
  const create = useNewInvoiceAction(newInvoice);
  const count = useSelected(({ selection }) => orderCountOf(selection));
  const { state } = useGatherState();
  const send = {
    title: t('select.resend', { count, n: formatNumber(count, language) }),
    onClick: resend.press,
    disabled: resend.busy || state === 'gathering',
  };
  usePrimaryAction(kind === 'embedded' ? (count === 0 ? create : send) : null);
  return null;
}
