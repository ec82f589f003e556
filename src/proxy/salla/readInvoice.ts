import type { InvoiceItem } from '../../contract/invoice.ts';
import type { SallaInvoice, SallaInvoiceRow } from './client.ts';
import { readAddress } from './readAddress.ts';
import { readDate } from './readDate.ts';
import { readCharge, readMoney, readTax } from './readMoney.ts';
import { readId, readNumber } from './readNumber.ts';
import { readType } from './readType.ts';
import { readLabel, readText } from './text.ts';
import { WireInvoice, WireInvoiceRow, type WireItem } from './wire.ts';

/** A row of Salla's invoice list; null where it has no usable id or order. */
export function readInvoiceRow(wire: unknown): SallaInvoiceRow | null {
  const row = WireInvoiceRow.safeParse(wire);
  return row.success ? readRow(row.data) : null;
}

/** An invoice's details; null where they have no usable id or order. */
export function readInvoice(data: unknown): SallaInvoice | null {
  const parsed = WireInvoice.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const row = readRow(wire);
  if (row === null) return null;
  return {
    ...row,
    uuid: readText(wire.uuid),
    referenceId: readLabel(wire.invoice_reference_id),
    qrCode: readText(wire.qr_code),
    subTotal: readMoney(wire.sub_total ?? wire.subtotal),
    shipping: readCharge(wire.shipping_cost),
    cashOnDelivery: readCharge(wire.cod_cost),
    discount: readMoney(wire.discount),
    tax: readTax(wire.tax),
    items: wire.items.map(readItem),
  };
}

function readRow(wire: WireInvoiceRow): SallaInvoiceRow | null {
  const id = readId(wire.id);
  const orderId = readId(wire.order_id);
  if (id === null || orderId === null) return null;
  return {
    id,
    orderId,
    number: readLabel(wire.invoice_number),
    ...readType(wire.type),
    ...readDate(wire.date),
    total: readMoney(wire.total),
    paymentMethod: readText(wire.payment_method),
    documentUrl: readAddress(wire.url),
  };
}

function readItem(wire: WireItem): InvoiceItem {
  return {
    id: readLabel(wire.id) ?? readLabel(wire.item_id),
    name: wire.name ?? '',
    sku: readLabel(wire.sku),
    quantity: readNumber(wire.quantity),
    price: readMoney(wire.price),
    discount: readMoney(wire.discount),
    tax: readTax(wire.tax),
    total: readMoney(wire.total),
  };
}
