import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import { problemWords } from '../../api/problemWords.ts';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './SelectionBar.module.css';
import { useSelectAllStatus, useSelection } from './SelectionContext.ts';
import { countOrders } from './selection.ts';

/** The number of selected invoices and orders, those on other pages, and errors; announced to screen readers. */
export function SelectionStatus({ rows }: { rows: readonly InvoiceSummary[] }) {
  const { t } = useTranslation('invoices');
  const { t: say } = useTranslation();
  const { language } = useLayout();
  const { selection, isFull, cleared } = useSelection((state) => state);
  const progress = useSelectAllStatus();
  const isRunning = progress.status === 'running';
  const digits = (value: number) => formatNumber(value, language);
  const count = selection.size;
  const orders = countOrders(selection);
  const invoices = t('select.invoices', { count, n: digits(count) });
  const onOtherPages = count - rows.filter(({ id }) => selection.has(id)).length;
  const notices = [
    ...(isFull ? [t('select.full', { n: digits(maximumOrdersPerBatch) })] : []),
    ...(progress.status === 'failed'
      ? [t('select.failed', { reason: say(`problems.${problemWords(progress.error)}.title`) })]
      : []),
  ];
  return (
    <div className={classes.status} role="status">
      {count === 0 ? null : (
        // Changes with each page while selecting all: hidden from screen readers until that is done.
        <p key={String(isRunning)} aria-hidden={isRunning || undefined}>
          <strong>
            {orders === count
              ? t('select.selected', { invoices })
              : t('select.selectedOf', {
                  invoices,
                  orders: t('select.orders', { count: orders, n: digits(orders) }),
                })}
          </strong>
          {onOtherPages === 0 ? null : (
            <span className="muted">
              {t('select.otherPages', { count: onOtherPages, n: digits(onOtherPages) })}
            </span>
          )}
        </p>
      )}
      {count === 0 && cleared !== null ? <p>{t('select.cleared')}</p> : null}
      {isRunning ? <p className="visually-hidden">{t('select.running')}</p> : null}
      {notices.map((notice) => (
        <p key={notice} className={classes.notice}>
          {notice}
        </p>
      ))}
    </div>
  );
}
