import type { Money } from '../../../contract/common.ts';
import type { SallaOrder, SallaOrderRow, StatedCustomer } from '../client/types.ts';
import { parseDashboardAddress } from './parseAddress.ts';
import { parseZonedDate } from './parseDate.ts';
import { parseMobile } from './parseMobile.ts';
import { firstCurrency, parseCharge, parseDiscount, parseMoney, parseTax } from './parseMoney.ts';
import { parseId } from './parseNumber.ts';
import { parseText } from './text.ts';
import { listOf, type WireCustomer, type WireMoney, WireOrder, WireOrderRow } from './wire.ts';

/** A row of Salla's order list; null where it has no usable id. */
export function parseOrderRow(wire: unknown): SallaOrderRow | null {
  const parsed = WireOrderRow.safeParse(wire);
  if (!parsed.success) return null;
  const { currency, total } = parsed.data;
  const row = readRow(parsed.data, firstCurrency(currency, [total]));
  // A row without a customer says nothing: lists may leave out what the details have (Salla: the light format).
  return row && { ...row, customer: readCustomer(parsed.data.customer ?? {}) };
}

/** An order's details; null where they have no usable id. */
export function parseOrder(data: unknown): SallaOrder | null {
  const parsed = WireOrder.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const { amounts } = wire;
  const currency = currencyOf(wire);
  const row = readRow(wire, currency);
  if (row === null) return null;
  const total = parseMoney(amounts?.total, currency) ?? row.total;
  const subTotal = parseMoney(amounts?.sub_total ?? amounts?.subtotal, currency);
  const shipping = parseCharge(amounts?.shipping_cost, currency);
  const discounts = amounts?.discounts ?? [];
  return {
    ...row,
    customer: readCustomerOfDetails(wire.customer),
    total,
    amounts: {
      subTotal,
      shipping,
      cashOnDelivery: parseCharge(amounts?.cash_on_delivery ?? amounts?.cod_cost, currency),
      discount: sumOf(discounts.map(({ discount }) => partOf(discount, subTotal, currency))),
      shippingDiscount: sumOf(
        discounts.map((one) => partOf(one.discounted_shipping, shipping, currency)),
      ),
      tax: parseTax(amounts?.tax, currency),
      total,
    },
    itemCount: listOf(wire.items)?.length ?? null,
    adminUrl: parseDashboardAddress(wire.urls?.admin),
  };
}

function currencyOf({ currency, total, amounts }: WireOrder): string | null {
  const { sub_total, subtotal, shipping_cost, cash_on_delivery, cod_cost, tax } = amounts ?? {};
  const charges = [shipping_cost, cash_on_delivery, cod_cost];
  const named = [total, amounts?.total, sub_total, subtotal, ...charges, tax?.amount];
  return firstCurrency(currency, named);
}

/** A discount, also one that is written as "10%" of what it is taken off. */
function partOf(wire: WireMoney, whole: Money | null, currency: string | null): Money | null {
  const discount = parseDiscount(wire, currency);
  if (discount === null || whole === null || !/[%٪]/.test(String(wire?.amount))) return discount;
  return parseMoney({ ...whole, amount: (whole.amount * discount.amount) / 100 });
}

/** Null where there are none, or of several currencies. */
function sumOf(amounts: readonly (Money | null)[]): Money | null {
  const said = amounts.filter((money) => money !== null);
  const [first] = said;
  if (first === undefined || said.some(({ currency }) => currency !== first.currency)) return null;
  return parseMoney({ ...first, amount: said.reduce((sum, { amount }) => sum + amount, 0) });
}

function readRow(
  wire: WireOrderRow,
  currency: string | null,
): Omit<SallaOrderRow, 'customer'> | null {
  const id = parseId(wire.id);
  if (id === null) return null;
  return {
    id,
    number: parseId(wire.reference_id),
    ...parseZonedDate(wire.date),
    total: parseMoney(wire.total, currency),
    // What the store calls it, where it has a name of its own for it.
    status: parseText(wire.status?.customized?.name) ?? parseText(wire.status?.name),
  };
}

const noCustomer: StatedCustomer = { name: null, email: null, mobile: null };

/** Where an order's details have a customer without anything, there is none. */
function readCustomerOfDetails(wire: WireCustomer): StatedCustomer {
  if (wire === undefined) return readCustomer({});
  return wire === null || Object.keys(wire).length === 0 ? noCustomer : readCustomer(wire);
}

/** A field that isn't in the answer is undefined, one that says nothing is null. */
function readCustomer(wire: NonNullable<WireCustomer>): StatedCustomer {
  const { first_name, last_name, full_name, name, email, mobile, mobile_code } = wire;
  const isNamed = [first_name, last_name, full_name, name].some((part) => part !== undefined);
  const parts = [first_name, last_name].map(parseText).filter((part) => part !== null);
  return {
    name: isNamed
      ? (parseText(parts.join(' ')) ?? parseText(full_name) ?? parseText(name))
      : undefined,
    email: email === undefined ? undefined : readEmail(email),
    mobile: mobile === undefined ? undefined : parseMobile(mobile, mobile_code),
  };
}

/** Pasted addresses hold spaces and marks that turn the direction of text; neither is part of one. */
function readEmail(wire: unknown): string | null {
  return parseText(parseText(wire)?.replace(/[\p{Cf}\s]/gu, ''));
}
