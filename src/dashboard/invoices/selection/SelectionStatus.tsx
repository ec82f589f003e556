import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import { problemWords } from '../../api/problemWords.ts';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './SelectionBar.module.css';
import { useGatherState, useSelectionState } from './SelectionContext.ts';
import { orderCountOf } from './selection.ts';

/** How much is selected, what of it can't be seen here, and what did not go as asked; said to screen readers as well. */
export function SelectionStatus({ rows }: { rows: readonly InvoiceSummary[] }) {
  const { t } = useTranslation('invoices');
  const { t: say } = useTranslation();
  const { language } = useLayout();
  const { selection, isFull, cleared } = useSelectionState();
  const gathering = useGatherState();
  const isGathering = gathering.state === 'gathering';
  const digits = (value: number) => formatNumber(value, language);
  const count = selection.size;
  const orders = orderCountOf(selection);
  const invoices = t('select.invoices', { count, n: digits(count) });
  const elsewhere = count - rows.filter(({ id }) => selection.has(id)).length;
  const notices = [
    ...(isFull ? [t('select.full', { n: digits(maximumOrdersPerBatch) })] : []),
    ...(gathering.state === 'failed'
      ? [t('select.failed', { reason: say(`problems.${problemWords(gathering.error)}.title`) })]
      : []),
  ];
  return (
    <div className={classes.status} role="status">
      {count === 0 ? null : (
        // While pages are read it changes with each: for the eye alone, and said anew when they have come.
        <p key={String(isGathering)} aria-hidden={isGathering || undefined}>
          <strong>
            {orders === count
              ? t('select.selected', { invoices })
              : t('select.selectedOf', {
                  invoices,
                  orders: t('select.orders', { count: orders, n: digits(orders) }),
                })}
          </strong>
          {elsewhere === 0 ? null : (
            <span className="muted">
              {t('select.elsewhere', { count: elsewhere, n: digits(elsewhere) })}
            </span>
          )}
        </p>
      )}
      {count === 0 && cleared !== null ? <p>{t('select.cleared')}</p> : null}
      {isGathering ? <p className="visually-hidden">{t('select.gatheringStatus')}</p> : null}
      {notices.map((notice) => (
        <p key={notice} className={classes.notice}>
          {notice}
        </p>
      ))}
    </div>
  );
}
