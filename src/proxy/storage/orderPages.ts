import type { RawBuilder } from 'kysely';
import { maximumPageSize } from '../../contract/limits.ts';
import type { Given } from './prepare.ts';

/** A store's orders that are asked for together, at most a page of them. */
export interface OrderPage {
  storeId: number;
  orderIds: readonly number[];
}

/** Fills up a page: Salla's ids are positive. */
const noOrder = 0;

/** A page's places in a query: always as many orders, so that it serves pages of any length. */
export function findPagePositions(given: Given<OrderPage>): {
  storeId: RawBuilder<number>;
  orderIds: RawBuilder<number>[];
} {
  return {
    storeId: given((page) => page.storeId),
    orderIds: Array.from({ length: maximumPageSize }, (_, at) =>
      given((page) => page.orderIds[at] ?? noOrder),
    ),
  };
}

/** What `find` gives for all of these orders. */
export async function pageByPage<Row>(
  storeId: number,
  orderIds: readonly number[],
  find: (page: OrderPage) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < orderIds.length; start += maximumPageSize) {
    const page = orderIds.slice(start, start + maximumPageSize);
    rows.push(...(await find({ storeId, orderIds: page })));
  }
  return rows;
}
