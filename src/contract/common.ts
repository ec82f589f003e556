import { z } from 'zod';
import { maximumPageNumber, maximumPageSize } from './limits.ts';

/** An id as Salla gives it: a positive integer, up to 10 digits and above 2^31. */
export const SallaId = z.int().positive();

/** An amount rounded to its currency's digits, and the currency's ISO 4217 code. */
export const Money = z.object({ amount: z.number(), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

/** A cost that may stay out of the taxable base (`taxable: false`, ZATCA section of the Salla facts). */
export const Charge = Money.extend({ taxable: z.boolean() });
export type Charge = z.infer<typeof Charge>;

export const Tax = z.object({ percent: z.number(), amount: Money });
export type Tax = z.infer<typeof Tax>;

/** A day in store time (Asia/Riyadh), `YYYY-MM-DD`. */
export const StoreDate = z.iso.date();

/** A time of day in store time (Asia/Riyadh), `HH:MM:SS`. */
export const StoreTime = z.iso.time({ precision: 0 });

/** An instant, ISO 8601 with offset. */
export const Instant = z.iso.datetime({ offset: true });

/** A customer as recorded in the order; what Salla did not say is null. */
export const Customer = z.object({
  name: z.string().nullable(),
  email: z.string().nullable(),
  mobile: z.string().nullable(),
});
export type Customer = z.infer<typeof Customer>;

/** A member of the store's staff; the name is null where Salla has not told it. */
export const StaffMember = z.object({ id: SallaId, name: z.string().nullable() });
export type StaffMember = z.infer<typeof StaffMember>;

/** Where a page stands in the whole list; `number` counts from 1, and an empty list has 0 pages. */
export const PageInfo = z.object({
  number: z.int().positive(),
  size: z.int().positive(),
  totalItems: z.int().nonnegative(),
  totalPages: z.int().nonnegative(),
});
export type PageInfo = z.infer<typeof PageInfo>;

/**
 * How many seconds ago Salla gave what is answered; left out where it was asked for this very request. An answer of the
 * store's last minute is given where the store may not call Salla now, unless the request says `Cache-Control: no-cache`.
 */
export const AgeSeconds = z.int().positive().optional();

/** A whole number from a query: digits only, so `1e3`, ` 5` and `0x10` are refused. */
export const QueryInteger = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** `page` of a list's query, from 1. */
export const QueryPageNumber = QueryInteger.pipe(z.int().min(1).max(maximumPageNumber)).default(1);

/** `perPage` of a list's query. */
export const QueryPageSize = QueryInteger.pipe(z.int().min(1).max(maximumPageSize));
