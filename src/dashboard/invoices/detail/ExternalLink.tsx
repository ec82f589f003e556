import LinkSquare02Icon from '@hugeicons/core-free-icons/LinkSquare02Icon';
import { type ButtonVariant, buttonClass } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

interface OutLinkProps {
  href: string;
  children: string;
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}

/** A link that opens in a new tab; screen readers announce that. */
export function ExternalLink({ href, children, variant, size }: OutLinkProps) {
  const { t } = useTranslation('invoices');
  return (
    <a className={buttonClass(variant, size)} href={href} target="_blank" rel="noreferrer">
      <Icon icon={LinkSquare02Icon} pointing />
      {children}
      <span className="visually-hidden"> ({t('actions.newTab')})</span>
    </a>
  );
}
