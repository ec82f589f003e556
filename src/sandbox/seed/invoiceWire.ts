import { createHash } from 'node:crypto';
import { lineTotal, percentOf, sums } from '../amounts.ts';
import { decimalsOf, inUnits } from '../currency.ts';
import type { Amounts, Charge, Order, OrderLine, Store } from '../model.ts';
import { type Choices, choose } from '../random.ts';
import { storeDate, storeDateTime, type ZonedDate, zonedDate } from '../riyadh.ts';
import { money, type WireCharge, type WireInvoice, type WireItem } from '../wire.ts';
import { returnedLines, type SeededInvoice, seededNumber } from './invoices.ts';
import { qrCode, qrTime } from './qrCode.ts';
import { qrVariants } from './qrVariants.ts';
import { wireQuirks } from './untidiness.ts';

const creditNoteNames: Choices<string> = ['Credit Note', 'إشعار دائن', 'فاتورة مسترجع'];

export interface InvoiceSource {
  seed: number;
  store: Store;
  order: Order;
  /** The number of the tax invoice that a credit note corrects. */
  correctsNumber: string | null;
  documentUrl(invoiceId: number): string;
}

export function wireItem(line: OrderLine, taxPercent: number, currency: string): WireItem {
  const before = lineTotal(line);
  const tax = percentOf(taxPercent, before);
  return {
    id: line.id,
    product_id: line.product.id,
    item_id: line.id - 1_000_000,
    name: line.product.name,
    sku: line.product.sku,
    quantity: line.quantity,
    type: line.product.type,
    price: money(line.product.price, currency),
    discount: money(0, currency),
    tax: { percent: taxPercent, amount: money(tax, currency) },
    total: money(before + tax, currency),
  };
}

function uuid(seed: number, invoiceId: number): string {
  const hex = createHash('sha256').update(`${seed} ${invoiceId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function invoiced(
  invoice: SeededInvoice,
  source: InvoiceSource,
): { lines: readonly OrderLine[]; amounts: Amounts } {
  const { order, seed } = source;
  const zero = invoice.oddity.kind === 'zero percent';
  const lines = invoice.kind === 'tax_invoice' ? order.lines : returnedLines(seed, order);
  if (!zero && lines === order.lines) return { lines, amounts: order.amounts };
  const { shipping, cashOnDelivery, discount, shippingDiscount, taxPercent } = order.amounts;
  const nothing = { amount: 0, taxable: true };
  const whole = lines === order.lines;
  const charges = whole
    ? { shipping, cashOnDelivery, discount, shippingDiscount }
    : { shipping: nothing, cashOnDelivery: nothing, discount: 0, shippingDiscount: 0 };
  return { lines, amounts: sums(lines, { ...charges, taxPercent: zero ? 0 : taxPercent }) };
}

function code(invoice: SeededInvoice, { store, order }: InvoiceSource, amounts: Amounts): string {
  const { currency } = order;
  const text = (amount: number) => inUnits(amount, currency).toFixed(decimalsOf(currency));
  const variant = invoice.oddity.kind === 'code' ? qrVariants[invoice.oddity.variant] : undefined;
  const content = {
    seller: store.name,
    vatNumber: store.vatNumber,
    time: qrTime(invoice.issuedAt, variant?.stamp ?? 'utc'),
    total: text(amounts.total),
    tax: text(amounts.tax),
  };
  return qrCode(
    variant === undefined ? content : variant.change(content),
    invoice.position % 3 === 0 ? 2 : 1,
  );
}

function dateOf({ oddity, issuedAt }: SeededInvoice): string | ZonedDate {
  switch (oddity.kind) {
    case 'dated with a time':
      return storeDateTime(issuedAt);
    case 'dated with an object':
      return zonedDate(issuedAt);
    default:
      return storeDate(issuedAt);
  }
}

/** A seeded invoice as Salla's details give it, odd where it is to be odd. */
export function seededInvoiceWire(invoice: SeededInvoice, source: InvoiceSource): WireInvoice {
  const { order } = source;
  const { oddity } = invoice;
  const type =
    invoice.kind === 'tax_invoice' ? 'Tax Invoice' : choose(creditNoteNames, invoice.position);
  const head = { id: invoice.id, order_id: order.id, type, date: storeDate(invoice.issuedAt) };
  if (oddity.kind === 'document') return { ...head, url: source.documentUrl(invoice.id) };

  const { lines, amounts } = invoiced(invoice, source);
  const inOrders = (amount: number) => money(amount, order.currency);
  const charge = ({ amount, taxable }: Charge): WireCharge => ({
    ...inOrders(amount),
    taxable,
    ...(oddity.kind === 'charges without a currency' ? { currency: undefined } : {}),
  });
  const wire: WireInvoice = {
    ...head,
    invoice_number: seededNumber(invoice.position),
    uuid: uuid(source.seed, invoice.id),
    invoice_reference_id: source.correctsNumber ?? String(order.referenceId),
    date: dateOf(invoice),
    qr_code: code(invoice, source, amounts),
    payment_method: order.paymentMethod,
    sub_total: inOrders(amounts.subTotal),
    shipping_cost: charge(amounts.shipping),
    cod_cost: charge(amounts.cashOnDelivery),
    discount: inOrders(amounts.discount),
    shipping_cost_discount:
      amounts.shippingDiscount > 0 ? inOrders(amounts.shippingDiscount) : undefined,
    tax: { percent: amounts.taxPercent, amount: inOrders(amounts.tax) },
    total: inOrders(amounts.total),
    items: lines.map((line) => wireItem(line, amounts.taxPercent, order.currency)),
  };
  const quirk = oddity.kind === 'wire' ? wireQuirks[oddity.quirk] : undefined;
  return quirk === undefined ? wire : quirk.spoil(wire);
}
