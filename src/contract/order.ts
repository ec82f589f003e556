import { z } from 'zod';
import {
  AgeSeconds,
  Charge,
  Customer,
  Money,
  SallaId,
  StoreDate,
  StoreTime,
  Tax,
} from './common.ts';

/** An order as a list row; `number` is the one that staff and customers know (Salla's reference_id). */
export const OrderSummary = z.object({
  id: SallaId,
  number: z.int().nullable(),
  date: StoreDate.nullable(),
  time: StoreTime.nullable(),
  total: Money.nullable(),
  status: z.string().nullable(),
  customer: Customer.nullable(),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

const OrderAmounts = z.object({
  subTotal: Money.nullable(),
  shipping: Charge.nullable(),
  cashOnDelivery: Charge.nullable(),
  /** What Salla names as taken off the goods and off the shipping; it may be in `subTotal` and `shipping` already. */
  discount: Money.nullable(),
  shippingDiscount: Money.nullable(),
  tax: Tax.nullable(),
  total: Money.nullable(),
});
/** One order; `adminUrl` opens it in Salla's dashboard, `itemCount` counts its lines. */
export const Order = OrderSummary.extend({
  amounts: OrderAmounts,
  itemCount: z.int().nonnegative().nullable(),
  adminUrl: z.string().nullable(),
  ageSeconds: AgeSeconds,
});
export type Order = z.infer<typeof Order>;

/** `q`: an order number, a customer's name or mobile. */
export const OrderSearchQuery = z.strictObject({ q: z.string().trim().min(1).max(100) });

/**
 * The orders of a page of invoices or deliveries: their ids, and the last day of these rows, in store time or UTC:
 * the orders were placed by then. Answered from what the proxy knows and at most a few calls; those it can't find are left out.
 */
export const OrdersByIdQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,59}$/)
    .transform((text) => text.split(',').map(Number)),
  to: StoreDate,
});

/** `pending`: orders whose customer Salla's lists leave out, and who is being asked for. The same question tells more of them soon. */
export const OrdersById = z.object({ data: z.array(OrderSummary), pending: z.array(SallaId) });
export type OrdersById = z.infer<typeof OrdersById>;
