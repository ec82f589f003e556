import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import { Button } from '../../components/Button.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { filterKey, type InvoiceFilterValues } from '../list/invoiceFilters.ts';
import classes from './SelectionBar.module.css';
import { useSelectAllStatus, useSelection, useSelectionStores } from './SelectionContext.ts';
import { pageCoverage } from './selection.ts';

interface SelectAllButtonProps {
  rows: readonly InvoiceSummary[];
  filters: InvoiceFilterValues;
  /** Invoices that match the filters. */
  total: number;
}

/** Selects the whole list once its page is selected; stops or resumes while that runs or has failed. */
export function SelectAllButton(props: SelectAllButtonProps) {
  const { t } = useTranslation('invoices');
  const { selectAll } = useSelectionStores();
  const progress = useSelectAllStatus();
  const offer = useOffer(props);
  const { filters, total } = props;
  const { status } = progress;
  if (status !== 'running' && status !== 'failed' && offer === null) return null;
  return (
    <>
      {status === 'running' ? <Progress {...progress} /> : null}
      {/* One button, so that it keeps the focus. The second click of a double click doesn't stop what the first started. */}
      <Button
        size="small"
        onClick={({ detail }) => {
          if (status === 'failed') progress.resume();
          else if (status !== 'running') selectAll.getState().start(filters, total);
          else if (detail < 2) selectAll.getState().stop();
        }}
      >
        {status === 'running' ? t('select.stop') : status === 'failed' ? t('select.resume') : offer}
      </Button>
    </>
  );
}

/** The button's label if the page is selected and the list has more; else null. */
function useOffer({ rows, filters, total }: SelectAllButtonProps): string | null {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const selection = useSelection((state) => state.selection);
  const progress = useSelectAllStatus();
  const coverage = pageCoverage(
    selection,
    rows.map(({ id }) => id),
  );
  const isDone =
    progress.status === 'done' &&
    progress.filterKey === filterKey(filters) &&
    progress.size <= selection.size;
  const most = Math.min(total, maximumOrdersPerBatch);
  if (coverage !== 'all' || total <= rows.length || isDone || selection.size >= most) return null;
  const n = formatNumber(most, language);
  return total > most ? t('select.firstOnly', { n }) : t('select.all', { count: total, n });
}

interface ProgressProps {
  seen: number;
  total: number;
  isWaiting: boolean;
}

/** Hidden from screen readers, which hear only start and result in the status. */
function Progress({ seen, total, isWaiting }: ProgressProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const most = Math.min(total, maximumOrdersPerBatch);
  return (
    <span className={classes.progress} aria-hidden="true">
      {t(isWaiting ? 'select.waiting' : 'select.progress', {
        seen: formatNumber(Math.min(seen, most), language),
        total: formatNumber(most, language),
      })}
    </span>
  );
}
