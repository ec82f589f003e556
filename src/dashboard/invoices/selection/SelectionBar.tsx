import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import { useCallback, useRef } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { Button } from '../../components/Button.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { InvoiceFilterValues } from '../list/invoiceFilters.ts';
import classes from './SelectionBar.module.css';
import { useGatherState, useHasBar, useSelecting, useSelectionState } from './SelectionContext.ts';
import { SelectionStatus } from './SelectionStatus.tsx';
import { orderCountOf } from './selection.ts';
import { useBringBackTime } from './useBringBackTime.ts';
import { useClearKey } from './useClearKey.ts';
import { useFocusKept } from './useFocusKept.ts';
import type { SelectionResend } from './useSelectionResend.ts';
import { WholeList } from './WholeList.tsx';

interface SelectionBarProps {
  /** The page's rows. */
  rows: readonly InvoiceSummary[];
  filters: InvoiceFilterValues;
  total: number;
  resend: SelectionResend;
}

/** What can be done with the selection. It lies at the block end of the screen while there is one. */
export function SelectionBar({ rows, filters, total, resend }: SelectionBarProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const { kind } = useHost();
  const { selection, gatherer } = useSelecting();
  const { selection: selected, cleared } = useSelectionState();
  const { state } = useGatherState();
  const bar = useRef<HTMLElement>(null);
  /** Of orders: each is one email, however many of its invoices are selected. */
  const count = orderCountOf(selected);
  const isShown = useHasBar();
  useFocusKept(bar, `${state} ${count === 0} ${cleared === null}`);
  useBringBackTime(bar);
  const clear = useCallback(() => {
    gatherer.stop();
    selection.clear();
  }, [gatherer, selection]);
  useClearKey(clear);

  return (
    <section
      ref={bar}
      className={isShown ? classes.bar : 'visually-hidden'}
      aria-label={isShown ? t('select.label') : undefined}
    >
      <SelectionStatus rows={rows} />
      {isShown ? (
        <div className={classes.actions}>
          {count === 0 ? null : (
            <Button
              // In Salla's frame the host draws the filled one.
              variant={kind === 'tab' ? 'filled' : 'outlined'}
              icon={SentIcon}
              iconPoints
              busy={resend.busy}
              disabled={state === 'gathering'}
              onClick={resend.press}
              onPointerEnter={resend.prepare}
              onFocus={resend.prepare}
            >
              {t('select.resend', { count, n: formatNumber(count, language) })}
            </Button>
          )}
          <WholeList rows={rows} filters={filters} total={total} />
          {count === 0 ? null : (
            <Button variant="quiet" size="small" className={classes.clear} onClick={clear}>
              {t('select.clear')}
            </Button>
          )}
          {cleared === null ? null : (
            <Button variant="quiet" size="small" onClick={selection.bringBack}>
              {t('select.bringBack')}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}
