import { z } from 'zod';
import {
  AgeSeconds,
  Charge,
  Customer,
  Instant,
  Money,
  PageInfo,
  QueryInteger,
  QueryPageNumber,
  QueryPageSize,
  SallaId,
  StaffMember,
  StoreDate,
  StoreTime,
  Tax,
} from './common.ts';
import { Delivery, DeliveryReason, DeliveryState } from './delivery.ts';
import { invoiceTypes } from './invoiceTypes.ts';
import { defaultPageSize } from './limits.ts';

const InvoiceType = z.enum(invoiceTypes);

/** The newest delivery of the invoice's order that left when the invoice existed, or is to leave. */
export const LastDelivery = z.object({
  id: z.string(),
  state: DeliveryState,
  reason: DeliveryReason.nullable(),
  at: Instant,
  by: StaffMember,
  /** Whether it, or an earlier one that counts for the invoice, went out or may have. */
  wasSent: z.boolean(),
});
export type LastDelivery = z.infer<typeof LastDelivery>;

/** An invoice as a list row. What Salla did not say is null. `orderNumber` and `customer` are known once the order was seen. */
export const InvoiceSummary = z.object({
  id: SallaId,
  orderId: SallaId,
  orderNumber: z.int().nullable(),
  number: z.string().nullable(),
  type: InvoiceType,
  typeLabel: z.string(),
  date: StoreDate.nullable(),
  time: StoreTime.nullable(),
  /** The exact moment, where it was created through this app or Salla's webhook told it. */
  createdAt: Instant.nullable(),
  total: Money.nullable(),
  paymentMethod: z.string().nullable(),
  documentUrl: z.string().nullable(),
  customer: Customer.nullable(),
  lastDelivery: LastDelivery.nullable(),
});
export type InvoiceSummary = z.infer<typeof InvoiceSummary>;

export const InvoiceItem = z.object({
  id: z.string().nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  quantity: z.number().nullable(),
  price: Money.nullable(),
  discount: Money.nullable(),
  tax: Tax.nullable(),
  total: Money.nullable(),
});
export type InvoiceItem = z.infer<typeof InvoiceItem>;

/** One invoice whole. `items` is empty for an invoice made from a url or a file. */
export const Invoice = InvoiceSummary.extend({
  uuid: z.string().nullable(),
  referenceId: z.string().nullable(),
  qrCode: z.string().nullable(),
  subTotal: Money.nullable(),
  shipping: Charge.nullable(),
  cashOnDelivery: Charge.nullable(),
  discount: Money.nullable(),
  /** What of the shipping is not charged; it may be in `shipping` or `discount` already. */
  shippingDiscount: Money.nullable(),
  tax: Tax.nullable(),
  items: z.array(InvoiceItem),
  deliveries: z.array(Delivery),
  ageSeconds: AgeSeconds,
});
export type Invoice = z.infer<typeof Invoice>;

/** The list's query as it comes in the address. Both days are inclusive, in store time. */
export const InvoiceListQuery = z
  .strictObject({
    from: StoreDate.optional(),
    to: StoreDate.optional(),
    orderId: QueryInteger.pipe(SallaId).optional(),
    page: QueryPageNumber,
    perPage: QueryPageSize.default(defaultPageSize),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    params: { rule: 'before_from' },
  });
export type InvoiceListQuery = z.infer<typeof InvoiceListQuery>;

export const InvoicePage = z.object({
  data: z.array(InvoiceSummary),
  page: PageInfo,
  ageSeconds: AgeSeconds,
});
export type InvoicePage = z.infer<typeof InvoicePage>;
