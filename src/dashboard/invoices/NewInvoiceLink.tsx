import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { paths } from '../../contract/pagePaths.ts';
import { buttonClass } from '../components/Button.tsx';
import type { PrimaryAction } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import type { NewInvoiceSearch } from '../paths.ts';
import { fromList } from './listEntry.ts';
import { useSelection } from './selection/SelectionContext.ts';

/** From the list to a new invoice. */
function useNewInvoice(search: NewInvoiceSearch) {
  const list = useLocation();
  return { to: paths.newInvoice, search, state: fromList(list) };
}

/**
 * The list's primary action: a new invoice, of the order that the list is narrowed to. A link, so that its page is
 * fetched ahead. It steps back while a selection has the filled button.
 */
export function NewInvoiceLink({ search }: { search: NewInvoiceSearch }) {
  const { t } = useTranslation('invoices');
  const create = useNewInvoice(search);
  const isSelecting = useSelection(({ selection }) => selection.size > 0);
  return (
    <Link {...create} className={buttonClass(isSelecting ? 'outlined' : 'filled')}>
      {t('list.create')}
    </Link>
  );
}

/** The same for Salla's frame, where the host draws it. */
export function useNewInvoiceAction(search: NewInvoiceSearch): PrimaryAction {
  const { t } = useTranslation('invoices');
  const navigate = useNavigate();
  const create = useNewInvoice(search);
  return { title: t('list.create'), onClick: () => void navigate(create) };
}
