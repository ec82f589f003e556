import type { PageInfo } from '../../../contract/common.ts';
import type { WholeList } from '../../api/batchQueries.ts';

/** A page as the API answers it. */
export interface ReadPage<Row> {
  data: readonly Row[];
  page: PageInfo;
}

/**
 * A list with one more page read. A first reading is shown as it comes; a later one takes the place of the
 * rows when it is whole, so that none come and go meanwhile. `count`, `now`: as in `WholeList`.
 */
export function withPage<Row>(
  known: WholeList<Row> | undefined,
  { data, page }: ReadPage<Row>,
  { count, now, idOf }: { count: number; now: number; idOf: (row: Row) => string | number },
): WholeList<Row> {
  const begins = page.number === 1;
  const coming = begins ? [...data] : withoutTwins([...(known?.coming ?? []), ...data], idOf);
  const isWhole = page.number >= page.totalPages;
  const shown = known?.rows ?? [];
  return {
    rows: isWhole || coming.length > shown.length ? coming : shown,
    coming: isWhole ? [] : coming,
    nextPage: isWhole ? null : page.number + 1,
    count: begins ? count : (known?.count ?? count),
    readAt: now,
  };
}

/** Pages shift while rows are added: the same row may come twice. */
function withoutTwins<Row>(rows: Row[], idOf: (row: Row) => string | number): Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row] as const)).values()];
}
