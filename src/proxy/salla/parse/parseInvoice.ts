import type { InvoiceItem } from '../../../contract/invoice.ts';
import type { SallaInvoice, SallaInvoiceRow } from '../client/types.ts';
import { parseAddress } from './parseAddress.ts';
import { parseZonedDate } from './parseDate.ts';
import { parseInvoiceType } from './parseInvoiceType.ts';
import {
  firstCurrency,
  parseCharge,
  parseCurrency,
  parseDiscount,
  parseMoney,
  parseTax,
} from './parseMoney.ts';
import { parseId, parseNumber } from './parseNumber.ts';
import { parseLabel, parseText } from './text.ts';
import { WireInvoice, WireInvoiceRow, type WireItem } from './wire.ts';

/** A row of Salla's invoice list; null where it has no usable id or order. */
export function parseInvoiceRow(wire: unknown): SallaInvoiceRow | null {
  const parsed = WireInvoiceRow.safeParse(wire);
  if (!parsed.success) return null;
  const row = readRow(parsed.data, parseCurrency(parsed.data.currency));
  if (row === null || row.total !== null || parsed.data.total == null) return row;
  // Rare: the currency of the total stands beside another amount.
  return { ...row, total: parseMoney(parsed.data.total, currencyOf(wire)) };
}

/** An invoice's details; null where they have no usable id or order. */
export function parseInvoice(data: unknown): SallaInvoice | null {
  const parsed = WireInvoice.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const currency = currencyOfInvoice(wire);
  const row = readRow(wire, currency);
  if (row === null) return null;
  return {
    ...row,
    uuid: parseText(wire.uuid),
    referenceId: parseLabel(wire.invoice_reference_id),
    qrCode: parseText(wire.qr_code),
    subTotal: parseMoney(wire.sub_total ?? wire.subtotal, currency),
    shipping: parseCharge(wire.shipping_cost, currency),
    cashOnDelivery: parseCharge(wire.cod_cost, currency),
    discount: parseDiscount(wire.discount, currency),
    shippingDiscount: parseDiscount(wire.shipping_cost_discount, currency),
    tax: parseTax(wire.tax, currency),
    items: wire.items.map((item) => readItem(item, currency)),
  };
}

function readRow(wire: WireInvoiceRow, currency: string | null): SallaInvoiceRow | null {
  const id = parseId(wire.id);
  const orderId = parseId(wire.order_id);
  if (id === null || orderId === null) return null;
  return {
    id,
    orderId,
    number: parseLabel(wire.invoice_number),
    ...parseInvoiceType(wire.type),
    ...parseZonedDate(wire.date),
    total: parseMoney(wire.total, currency),
    paymentMethod: parseText(wire.payment_method),
    documentUrl: parseAddress(wire.url),
  };
}

function currencyOf(wire: unknown): string | null {
  const parsed = WireInvoice.safeParse(wire);
  return parsed.success ? currencyOfInvoice(parsed.data) : null;
}

function currencyOfInvoice(wire: WireInvoice): string | null {
  const { total, sub_total, subtotal, shipping_cost, cod_cost, discount, tax, items } = wire;
  const inItems = items.flatMap((item) => [item.total, item.price]);
  const amounts = [total, sub_total, subtotal, shipping_cost, cod_cost, discount, tax?.amount];
  return firstCurrency(wire.currency, [...amounts, ...inItems]);
}

function readItem(wire: WireItem, currency: string | null): InvoiceItem {
  return {
    id: parseLabel(wire.id) ?? parseLabel(wire.item_id),
    name: wire.name ?? '',
    sku: parseLabel(wire.sku),
    quantity: parseNumber(wire.quantity),
    price: parseMoney(wire.price, currency),
    discount: parseMoney(wire.discount, currency),
    tax: parseTax(wire.tax, currency),
    total: parseMoney(wire.total, currency),
  };
}
