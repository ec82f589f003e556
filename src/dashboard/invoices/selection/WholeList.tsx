import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import { Button } from '../../components/Button.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { filterKey, type InvoiceFilterValues } from '../list/invoiceFilters.ts';
import classes from './SelectionBar.module.css';
import { useGatherState, useSelecting, useSelectionState } from './SelectionContext.ts';
import { coverOf } from './selection.ts';

interface WholeListProps {
  rows: readonly InvoiceSummary[];
  filters: InvoiceFilterValues;
  /** How many invoices the filters match. */
  total: number;
}

/** From a page that is selected to all that the list has: offered, under way, or broken off. */
export function WholeList(props: WholeListProps) {
  const { t } = useTranslation('invoices');
  const { gatherer } = useSelecting();
  const gathering = useGatherState();
  const offer = useOffer(props);
  const { filters, total } = props;
  const { state } = gathering;
  if (state !== 'gathering' && state !== 'failed' && offer === null) return null;
  return (
    <>
      {state === 'gathering' ? <Progress {...gathering} /> : null}
      {/* One button, so that it keeps the focus; the second half of a double click does not stop what the first began. */}
      <Button
        size="small"
        onClick={({ detail }) => {
          if (state === 'failed') gathering.goOn();
          else if (state !== 'gathering') gatherer.start(filters, total);
          else if (detail < 2) gatherer.stop();
        }}
      >
        {state === 'gathering' ? t('select.stop') : state === 'failed' ? t('select.goOn') : offer}
      </Button>
    </>
  );
}

/** What the button says where the page is selected and the list has more; else null. */
function useOffer({ rows, filters, total }: WholeListProps): string | null {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const { selection } = useSelectionState();
  const gathering = useGatherState();
  const cover = coverOf(
    selection,
    rows.map(({ id }) => id),
  );
  const isDone =
    gathering.state === 'done' &&
    gathering.filters === filterKey(filters) &&
    gathering.size <= selection.size;
  const most = Math.min(total, maximumOrdersPerBatch);
  if (cover !== 'all' || total <= rows.length || isDone || selection.size >= most) return null;
  const n = formatNumber(most, language);
  return total > most ? t('select.firstOnly', { n }) : t('select.all', { count: total, n });
}

interface ProgressProps {
  seen: number;
  total: number;
  waits: boolean;
}

/** For the eye alone: a screen reader is told once that it goes on, and what came of it. */
function Progress({ seen, total, waits }: ProgressProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const most = Math.min(total, maximumOrdersPerBatch);
  return (
    <span className={classes.progress} aria-hidden="true">
      {t(waits ? 'select.waiting' : 'select.gathering', {
        seen: formatNumber(Math.min(seen, most), language),
        total: formatNumber(most, language),
      })}
    </span>
  );
}
