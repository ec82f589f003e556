import type { InvoiceItem } from '../../../contract/invoice.ts';
import type { SallaInvoice, SallaInvoiceRow } from '../client/types.ts';
import { readAddress } from './parseAddress.ts';
import { readZonedDate } from './parseDate.ts';
import { readType } from './parseInvoiceType.ts';
import {
  firstCurrency,
  readCharge,
  readCurrency,
  readDiscount,
  readMoney,
  readTax,
} from './parseMoney.ts';
import { readId, readNumber } from './parseNumber.ts';
import { readLabel, readText } from './text.ts';
import { WireInvoice, WireInvoiceRow, type WireItem } from './wire.ts';

/** A row of Salla's invoice list; null where it has no usable id or order. */
export function readInvoiceRow(wire: unknown): SallaInvoiceRow | null {
  const parsed = WireInvoiceRow.safeParse(wire);
  if (!parsed.success) return null;
  const row = readRow(parsed.data, readCurrency(parsed.data.currency));
  if (row === null || row.total !== null || parsed.data.total == null) return row;
  // Rare: the currency of the total stands beside another amount.
  return { ...row, total: readMoney(parsed.data.total, currencyOf(wire)) };
}

/** An invoice's details; null where they have no usable id or order. */
export function readInvoice(data: unknown): SallaInvoice | null {
  const parsed = WireInvoice.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const currency = currencyOfInvoice(wire);
  const row = readRow(wire, currency);
  if (row === null) return null;
  return {
    ...row,
    uuid: readText(wire.uuid),
    referenceId: readLabel(wire.invoice_reference_id),
    qrCode: readText(wire.qr_code),
    subTotal: readMoney(wire.sub_total ?? wire.subtotal, currency),
    shipping: readCharge(wire.shipping_cost, currency),
    cashOnDelivery: readCharge(wire.cod_cost, currency),
    discount: readDiscount(wire.discount, currency),
    shippingDiscount: readDiscount(wire.shipping_cost_discount, currency),
    tax: readTax(wire.tax, currency),
    items: wire.items.map((item) => readItem(item, currency)),
  };
}

function readRow(wire: WireInvoiceRow, currency: string | null): SallaInvoiceRow | null {
  const id = readId(wire.id);
  const orderId = readId(wire.order_id);
  if (id === null || orderId === null) return null;
  return {
    id,
    orderId,
    number: readLabel(wire.invoice_number),
    ...readType(wire.type),
    ...readZonedDate(wire.date),
    total: readMoney(wire.total, currency),
    paymentMethod: readText(wire.payment_method),
    documentUrl: readAddress(wire.url),
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
    id: readLabel(wire.id) ?? readLabel(wire.item_id),
    name: wire.name ?? '',
    sku: readLabel(wire.sku),
    quantity: readNumber(wire.quantity),
    price: readMoney(wire.price, currency),
    discount: readMoney(wire.discount, currency),
    tax: readTax(wire.tax, currency),
    total: readMoney(wire.total, currency),
  };
}
