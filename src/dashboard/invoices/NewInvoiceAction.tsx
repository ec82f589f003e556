import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useHost, usePrimaryAction } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { type NewInvoiceSearch, paths } from '../paths.ts';
import { buttonClass } from '../ui/Button.tsx';
import { fromList } from './listEntry.ts';

/**
 * The list's primary action: a new invoice, of the order that the list is narrowed to. A link, so that its page
 * is fetched ahead; in Salla's frame the host draws the action.
 */
export function NewInvoiceAction({ search }: { search: NewInvoiceSearch }) {
  const { t } = useTranslation('invoices');
  const { kind } = useHost();
  const navigate = useNavigate();
  const list = useLocation();
  const create = { to: paths.newInvoice, search, state: fromList(list) };
  usePrimaryAction(
    kind === 'embedded' ? { title: t('list.create'), onClick: () => void navigate(create) } : null,
  );
  if (kind === 'embedded') return null;
  return (
    <Link {...create} className={buttonClass('filled')}>
      {t('list.create')}
    </Link>
  );
}
