import type { ReactNode, Ref } from 'react';
import classes from './DataTable.module.css';

interface DataTableProps {
  /** Names the table for screen readers. */
  label: string;
  /** `thead` and `tbody`, as plain elements: the table styles them once. */
  children: ReactNode;
  /** Old rows that wait for the new ones. */
  stale?: boolean;
  ref?: Ref<HTMLTableElement>;
}

/**
 * A table in a card. Cells are plain elements: `data-end` aligns numbers to the inline end, `data-muted`
 * steps back, a row with `aria-selected` is tinted.
 *
 *     <DataTable label={t('title')}>
 *       <thead><tr><th scope="col">…</th></tr></thead>
 *       <tbody>{rows.map((row) => <tr key={row.id}><td>…</td><td data-end>…</td></tr>)}</tbody>
 *     </DataTable>
 */
export function DataTable({ label, children, stale = false, ref }: DataTableProps) {
  return (
    <div className={classes.frame} data-stale={stale || undefined}>
      <table ref={ref} className={classes.table} aria-label={label} aria-busy={stale}>
        {children}
      </table>
    </div>
  );
}
