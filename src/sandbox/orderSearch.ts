import type { Order } from './model.ts';
import type { OrderTable } from './seed/orders.ts';
import { firstAt } from './sorted.ts';

interface OrderFilter {
  keyword?: string | undefined;
  reference_id?: number | undefined;
  customer_id?: number | undefined;
  from: number;
  to: number;
  sort: { by: 'id' | 'total' | 'updated_at' | 'created_at'; descending: boolean };
}

export interface OrderSearch {
  find(filter: OrderFilter, skip: number, take: number): { total: number; rows: readonly Order[] };
}

/** Salla compares letters as they are written, but for their case: `نوره` doesn't find `نورة`. */
function plain(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Salla's order list: newest first unless a sort says otherwise. Columns that cost something to make
 * (customers' names, totals) are made at the first search that needs them, and kept.
 */
export function createOrderSearch(orders: OrderTable): OrderSearch {
  let customerTexts: string[] | null = null;
  let totals: Float64Array | null = null;

  const textOfCustomer = (index: number) => {
    customerTexts ??= Array.from({ length: orders.customers.count }, (_, at) => {
      const { firstName, lastName, mobileCode, mobile } = orders.customers.at(at);
      return plain(`${firstName} ${lastName}\n0${mobile}\n${mobileCode}${mobile}\n00966${mobile}`);
    });
    return customerTexts[index] ?? '';
  };

  const totalOf = (index: number) => {
    totals ??= Float64Array.from({ length: orders.count }, (_, at) => orders.at(at).amounts.total);
    return totals[index] ?? 0;
  };

  const keywordMatcher = (keyword: string) => {
    const wanted = plain(keyword);
    const digits = /^\d+$/.test(wanted);
    return (index: number) => {
      if (textOfCustomer(orders.customerIndex(index)).includes(wanted)) return true;
      if (digits) return String(orders.referenceId(index)).startsWith(wanted);
      return wanted === 'هدية' && orders.at(index).tag === wanted;
    };
  };

  /** The orders of a span: rows are sorted by time, so that both ends are found without a scan. */
  const rangeOf = (filter: OrderFilter) => ({
    low: firstAt(orders.count, orders.placedAt, filter.from),
    high: firstAt(orders.count, orders.placedAt, filter.to),
  });

  const matchersOf = (filter: OrderFilter) => {
    const matchers: ((index: number) => boolean)[] = [];
    if (filter.customer_id !== undefined) {
      const customer = orders.customers.indexById(filter.customer_id);
      matchers.push((index) => orders.customerIndex(index) === customer);
    }
    if (filter.keyword !== undefined) matchers.push(keywordMatcher(filter.keyword));
    return matchers;
  };

  /** Newest first. */
  const candidates = (filter: OrderFilter): number[] => {
    const { low, high } = rangeOf(filter);
    if (filter.reference_id !== undefined) {
      const index = orders.indexByReference(filter.reference_id);
      return index === null || index < low || index >= high ? [] : [index];
    }
    const matchers = matchersOf(filter);
    const found: number[] = [];
    for (let index = high - 1; index >= low; index--) {
      if (matchers.every((matches) => matches(index))) found.push(index);
    }
    return found;
  };

  return {
    find: (filter, skip, take) => {
      let found = candidates(filter);
      const { by, descending } = filter.sort;
      if (by === 'total') found.sort((one, other) => totalOf(other) - totalOf(one));
      if (!descending) found = found.reverse();
      const rows = found.slice(skip, skip + take).map((index) => orders.at(index));
      return { total: found.length, rows };
    },
  };
}
