import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { paths } from '../../contract/pagePaths.ts';
import { buttonClass } from '../components/Button.tsx';
import type { PrimaryAction } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import type { NewInvoiceSearch } from '../paths.ts';
import { toListHistory } from './listHistory.ts';
import { useSelection } from './selection/SelectionContext.ts';

/** Link target of the create page, with the list in the history state. */
function useNewInvoice(search: NewInvoiceSearch) {
  const list = useLocation();
  return { to: paths.newInvoice, search, state: toListHistory(list) };
}

/**
 * The list's primary action: a new invoice, for the filtered order if there is one. Outlined while the selection has
 * the filled button.
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

/** The same as the host's primary action in Salla's frame. */
export function useNewInvoiceAction(search: NewInvoiceSearch): PrimaryAction {
  const { t } = useTranslation('invoices');
  const navigate = useNavigate();
  const create = useNewInvoice(search);
  return { title: t('list.create'), onClick: () => void navigate(create) };
}
