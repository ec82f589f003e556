import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import { type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { Button } from '../../components/Button.tsx';
import { useHost, useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import type { InvoiceFilterValues } from '../list/invoiceFilters.ts';
import { isTyping } from '../list/keyboardShortcuts.ts';
import { SelectAllButton } from './SelectAllButton.tsx';
import classes from './SelectionBar.module.css';
import {
  useHasBar,
  useSelectAllStatus,
  useSelection,
  useSelectionStores,
} from './SelectionContext.ts';
import { SelectionStatus } from './SelectionStatus.tsx';
import { countOrders } from './selection.ts';
import type { SelectionResend } from './useSelectionResend.ts';

interface SelectionBarProps {
  /** The page's rows. */
  rows: readonly InvoiceSummary[];
  filters: InvoiceFilterValues;
  total: number;
  resend: SelectionResend;
}

/** The actions of a selection, at the block end of the screen while there is one. */
function SelectionBar({ rows, filters, total, resend }: SelectionBarProps) {
  const { t } = useTranslation('invoices');
  const { language } = useLayout();
  const { kind } = useHost();
  const { selection: store, selectAll } = useSelectionStores();
  const { selection, cleared, restore } = useSelection((state) => state);
  const { status } = useSelectAllStatus();
  const bar = useRef<HTMLElement>(null);
  /** Orders: each is one email, however many of its invoices are selected. */
  const count = countOrders(selection);
  const isShown = useHasBar();
  useFocusInBar(bar, `${status} ${count === 0} ${cleared === null}`);
  useUndoTimeout(bar);
  const clear = useCallback(() => {
    selectAll.getState().stop();
    store.getState().clear();
  }, [selectAll, store]);
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
              disabled={status === 'running'}
              onClick={resend.press}
              onPointerEnter={resend.prepare}
              onFocus={resend.prepare}
            >
              {t('select.resend', { count, n: formatNumber(count, language) })}
            </Button>
          )}
          <SelectAllButton rows={rows} filters={filters} total={total} />
          {count === 0 ? null : (
            <Button variant="quiet" size="small" className={classes.clear} onClick={clear}>
              {t('select.clear')}
            </Button>
          )}
          {cleared === null ? null : (
            <Button variant="quiet" size="small" onClick={restore}>
              {t('select.restore')}
            </Button>
          )}
        </div>
      ) : null}
    </section>
  );
}

interface ListFooterProps {
  rows: readonly InvoiceSummary[];
  filters: InvoiceFilterValues;
  total: number;
  resend: SelectionResend;
  /** The pagination. */
  children: ReactNode;
}

/** The list's footer: pagination and the selection bar. */
export function ListFooter({ children, ...bar }: ListFooterProps) {
  const hasBar = useHasBar();
  return (
    <div className={classes.foot} data-bar={hasBar || undefined}>
      <SelectionBar {...bar} />
      {children}
    </div>
  );
}

/** Escape clears the selection, unless a dialog or a field handles it. */
function useClearKey(onClear: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.isComposing && !isTyping(event)) onClear();
    }
    // In the capture phase: a dialog that this key closes is gone in the bubble phase.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [onClear]);
}

/** If a pressed button disappears, the first one left takes the focus. `change` differs whenever buttons may disappear. */
function useFocusInBar(within: RefObject<HTMLElement | null>, change: string): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const element = within.current;
    const onFocus = ({ target }: FocusEvent) => {
      hadFocus.current = target instanceof Node && element?.contains(target) === true;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [within]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: checks again at every change
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    within.current
      ?.querySelector<HTMLElement>('button:not(:disabled)')
      ?.focus({ preventScroll: true });
  }, [within, change]);
}

const undoMs = 10_000;

/** Ends the undo of a cleared selection after 10 s, or later when the focus leaves the bar. */
function useUndoTimeout(bar: RefObject<HTMLElement | null>): void {
  const dismissUndo = useSelection((state) => state.dismissUndo);
  const cleared = useSelection((state) => state.cleared);
  useEffect(() => {
    const element = bar.current;
    if (cleared === null || element === null) return;
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) dismissUndo();
    };
    const timer = setTimeout(() => {
      if (!element.contains(document.activeElement)) dismissUndo();
    }, undoMs);
    element.addEventListener('focusout', leave);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('focusout', leave);
    };
  }, [bar, cleared, dismissUndo]);
}
