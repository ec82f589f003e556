import type { InvoiceListQuery } from '../../../contract/invoice.ts';

/** The filters of the list, as the contract's query has them. */
export type InvoiceFilterValues = Omit<InvoiceListQuery, 'page' | 'perPage'>;
type Field = keyof InvoiceFilterValues;

/** The filter that each field of the query belongs to. A new field of the contract is a compile error until it is here. */
const filterOfField = {
  from: 'dates',
  to: 'dates',
  orderId: 'order',
} as const satisfies Record<Field, string>;

export type InvoiceFilter = (typeof filterOfField)[Field];

const fields = Object.keys(filterOfField).filter((name): name is Field =>
  Object.hasOwn(filterOfField, name),
);

type Cleared = { [Name in Field]?: undefined };

function clear(names: readonly Field[]): Cleared {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** The change that removes every filter. */
export const withoutFilters = clear(fields);

/** The change that removes one filter. */
export function withoutFilter(filter: InvoiceFilter): Cleared {
  return clear(fields.filter((name) => filterOfField[name] === filter));
}

export function activeFilters(values: Partial<InvoiceFilterValues>): InvoiceFilter[] {
  const active = fields.filter((name) => values[name] !== undefined);
  return [...new Set(active.map((name) => filterOfField[name]))];
}

/** Equal for equal filters. */
export function filterKey(values: InvoiceFilterValues): string {
  return JSON.stringify(fields.map((name) => values[name]));
}
