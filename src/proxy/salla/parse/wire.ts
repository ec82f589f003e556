import { z } from 'zod';

/**
 * What Salla sends, as far as we read it. Lenient on purpose: numbers come as text, objects go missing,
 * and one odd value must not take down its row, nor one odd row its page. `read…` turns this into the contract.
 */
const scalar = z.union([z.number(), z.string()]).nullish().catch(null);
const text = z.string().nullish().catch(null);

/** Also a bare amount, in the currency of what it belongs to. */
const money = z
  .object({ amount: scalar, currency: text, taxable: z.unknown().optional() })
  .nullish()
  .catch(({ value }) =>
    typeof value === 'number' || typeof value === 'string' ? { amount: value } : null,
  );
export type WireMoney = z.infer<typeof money>;

const tax = z.object({ percent: scalar, amount: money }).nullish().catch(null);
export type WireTax = z.infer<typeof tax>;

/** A list row leaves out what the list doesn't show: reading 60 rows is on the way of every page. */
export const WireInvoiceRow = z.object({
  id: scalar,
  order_id: scalar,
  type: text,
  date: z.unknown().optional(),
  invoice_number: scalar,
  payment_method: text,
  total: money,
  currency: text,
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

/**
 * The values of a list, also of one that PHP wrote as an object keyed "0", "2" because entries were taken out of it.
 * Null for what is no list.
 */
export function listOf(wire: unknown): unknown[] | null {
  if (Array.isArray(wire)) return wire;
  if (typeof wire !== 'object' || wire === null) return null;
  const keys = Object.keys(wire);
  return keys.length > 0 && keys.every((key) => /^\d+$/.test(key)) ? Object.values(wire) : null;
}

/** Things that are objects; the others are left out. */
function objectsOf<T extends z.ZodType>(schema: T) {
  const one = schema.nullable().catch(null);
  return z
    .unknown()
    .optional()
    .transform((wire) =>
      (listOf(wire) ?? []).map((thing) => one.parse(thing)).filter((thing) => thing !== null),
    );
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
  shipping_cost_discount: money,
  tax,
  items: objectsOf(item),
});
export type WireInvoice = z.infer<typeof WireInvoice>;

const customer = z
  .object({
    first_name: text,
    last_name: text,
    full_name: text,
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
  status: z
    .object({ name: text, customized: z.object({ name: text }).nullish().catch(null) })
    .nullish()
    .catch(null),
  currency: text,
  customer,
});
export type WireOrderRow = z.infer<typeof WireOrderRow>;

const discount = z.object({ discount: money, discounted_shipping: money });

export const WireOrder = WireOrderRow.extend({
  items: z.unknown().optional(),
  urls: z.object({ admin: text }).nullish().catch(null),
  amounts: z
    .object({
      sub_total: money,
      subtotal: money,
      shipping_cost: money,
      cash_on_delivery: money,
      cod_cost: money,
      tax,
      discounts: objectsOf(discount),
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
export const WireList = z.object({ data: z.unknown().optional(), pagination });

export const WireOne = z.object({ data: z.record(z.string(), z.unknown()) });

export const WirePrint = z.object({ data: z.object({ url: z.string() }) });

export const WireSent = z.object({
  success: z.literal([true, 1, '1', 'true']),
  data: z.object({ message: text }).nullish().catch(null),
});
