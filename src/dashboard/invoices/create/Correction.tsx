import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { DateText } from '../../components/DateText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './Choices.module.css';
import { InvoiceLink } from './InvoiceLink.tsx';

interface CorrectionProps {
  invoice: InvoiceSummary;
  /** Its amounts could not be read. */
  unread: boolean;
}

/** The tax invoice that a credit note is about. */
export function Correction({ invoice, unread }: CorrectionProps) {
  const { t } = useTranslation('create');
  return (
    <div className={classes.correction}>
      <p>
        {t('type.corrects')} <InvoiceLink invoice={invoice} />{' '}
        <span className="muted">
          <DateText date={invoice.date} />
        </span>
      </p>
      {unread ? <p className={classes.unfit}>{t('type.correctsUnread')}</p> : null}
    </div>
  );
}
