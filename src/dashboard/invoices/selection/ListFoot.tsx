import type { ReactNode } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { InvoiceFilterValues } from '../list/invoiceFilters.ts';
import classes from './SelectionBar.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { useHasBar } from './SelectionContext.ts';
import type { SelectionResend } from './useSelectionResend.ts';

interface ListFootProps {
  rows: readonly InvoiceSummary[];
  filters: InvoiceFilterValues;
  total: number;
  resend: SelectionResend;
  /** The pages. */
  children: ReactNode;
}

/** Below the rows: the list's pages, and what is selected on any of them. */
export function ListFoot({ children, ...bar }: ListFootProps) {
  const hasBar = useHasBar();
  return (
    <div className={classes.foot} data-bar={hasBar || undefined}>
      <SelectionBar {...bar} />
      {children}
    </div>
  );
}
