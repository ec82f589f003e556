import { z } from 'zod';

/**
 * What Salla sends, as far as we read it. Lenient on purpose: numbers come as text, objects go missing,
 * and one odd value must not take down its row, nor one odd row its page. `read…` turns this into the contract.
 */
const scalar = z.union([z.number(), z.string()]).nullish().catch(null);
const text = z.string().nullish().catch(null);

const money = z
  .object({ amount: scalar, currency: text, taxable: z.unknown().optional() })
  .nullish()
  .catch(null);
export type WireMoney = z.infer<typeof money>;

const tax = z.object({ percent: scalar, amount: money }).nullish().catch(null);
export type WireTax = z.infer<typeof tax>;

/** A list row leaves out what the list doesn't show: reading 60 rows is on the way of every page. */
export const WireInvoiceRow = z.object({
  id: scalar,
  order_id: scalar,
  type: text,
  date: text,
  invoice_number: scalar,
  payment_method: text,
  total: money,
  url: text,
});
export type WireInvoiceRow = z.infer<typeof WireInvoiceRow>;

const item = z.object({
  id: scalar,
  item_id: scalar,
  name: text,
  sku: scalar,
  quantity: scalar,
  price: money,
  discount: money,
  tax,
  total: money,
});
export type WireItem = z.infer<typeof item>;

/** Things that are objects; the others are left out. */
function objectsOf<T extends z.ZodType>(schema: T) {
  return z
    .array(schema.nullable().catch(null))
    .catch([])
    .transform((things) => things.filter((thing) => thing !== null));
}

export const WireInvoice = WireInvoiceRow.extend({
  uuid: text,
  invoice_reference_id: scalar,
  qr_code: text,
  sub_total: money,
  subtotal: money,
  shipping_cost: money,
  cod_cost: money,
  discount: money,
  tax,
  items: objectsOf(item),
});
export type WireInvoice = z.infer<typeof WireInvoice>;

const customer = z
  .object({
    first_name: text,
    last_name: text,
    name: text,
    mobile: scalar,
    mobile_code: scalar,
    email: text,
  })
  .nullish()
  // PHP writes an object without anything in it as a list.
  .catch(({ value }) => (Array.isArray(value) && value.length === 0 ? null : undefined));
export type WireCustomer = z.infer<typeof customer>;

export const WireOrderRow = z.object({
  id: scalar,
  reference_id: scalar,
  date: z.unknown().optional(),
  total: money,
  status: z.object({ name: text }).nullish().catch(null),
  customer,
});
export type WireOrderRow = z.infer<typeof WireOrderRow>;

export const WireOrder = WireOrderRow.extend({
  items: z.array(z.unknown()).nullish().catch(null),
  urls: z.object({ admin: text }).nullish().catch(null),
  amounts: z
    .object({
      sub_total: money,
      subtotal: money,
      shipping_cost: money,
      cash_on_delivery: money,
      cod_cost: money,
      tax,
      total: money,
    })
    .nullish()
    .catch(null),
});
export type WireOrder = z.infer<typeof WireOrder>;

const pagination = z
  .object({ total: scalar, perPage: scalar, currentPage: scalar, totalPages: scalar })
  .nullish()
  .catch(null);
export type WirePagination = z.infer<typeof pagination>;

/** A page of things of which each is read on its own, so that an odd one is one odd one. */
export const WireList = z.object({ data: z.array(z.unknown()), pagination });

export const WireOne = z.object({ data: z.record(z.string(), z.unknown()) });

export const WirePrint = z.object({ data: z.object({ url: z.string() }) });

export const WireSent = z.object({
  success: z.literal(true),
  data: z.object({ message: text }).nullish().catch(null),
});
