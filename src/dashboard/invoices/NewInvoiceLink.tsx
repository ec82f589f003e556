import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useHost, usePrimaryAction } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { type NewInvoiceSearch, paths } from '../paths.ts';
import { buttonClass } from '../ui/Button.tsx';
import { fromList } from './listEntry.ts';

/** From the list to a new invoice. */
function useNewInvoice(search: NewInvoiceSearch) {
  const list = useLocation();
  return { to: paths.newInvoice, search, state: fromList(list) };
}

/**
 * The list's primary action: a new invoice, of the order that the list is narrowed to. A link, so that its page is
 * fetched ahead.
 */
export function NewInvoiceLink({ search }: { search: NewInvoiceSearch }) {
  const { t } = useTranslation('invoices');
  const create = useNewInvoice(search);
  return (
    <Link {...create} className={buttonClass('filled')}>
      {t('list.create')}
    </Link>
  );
}

/** The same in Salla's frame, where the host draws it. */
export function useNewInvoiceAction(search: NewInvoiceSearch): void {
  const { t } = useTranslation('invoices');
  const { kind } = useHost();
  const navigate = useNavigate();
  const create = useNewInvoice(search);
  const action = { title: t('list.create'), onClick: () => void navigate(create) };
  usePrimaryAction(kind === 'embedded' ? action : null);
}
