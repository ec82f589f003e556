import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import { lineTotal } from './amounts.ts';
import { decimalsOf, inUnits } from './currency.ts';
import type { Order, Store } from './model.ts';
import { storeDate } from './riyadh.ts';

const margin = 48;
const columns = { sku: margin, name: 130, quantity: 360, price: 420, total: 500 };
const grey = rgb(0.35, 0.38, 0.4);

/** The standard fonts hold Latin only; what they can't write is left out. */
function latin(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').trim();
}

function amountText(amount: number, { currency }: Order): string {
  return inUnits(amount, currency).toFixed(decimalsOf(currency));
}

class Writer {
  private readonly page: PDFPage;
  private readonly regular: PDFFont;
  private readonly bold: PDFFont;
  private y: number;

  constructor(page: PDFPage, regular: PDFFont, bold: PDFFont) {
    this.page = page;
    this.regular = regular;
    this.bold = bold;
    this.y = page.getHeight() - margin;
  }

  down(by: number): void {
    this.y -= by;
  }

  text(
    text: string,
    x: number,
    style: { size?: number; bold?: boolean; muted?: boolean } = {},
  ): void {
    const { size = 10, bold = false, muted = false } = style;
    const font = bold ? this.bold : this.regular;
    this.page.drawText(latin(text), {
      x,
      y: this.y,
      size,
      font,
      ...(muted ? { color: grey } : {}),
    });
  }

  rule(): void {
    const end = { x: this.page.getWidth() - margin, y: this.y - 5 };
    this.page.drawLine({ start: { x: margin, y: this.y - 5 }, end, thickness: 0.5, color: grey });
  }
}

function writeItems(writer: Writer, order: Order): void {
  const heads = {
    SKU: columns.sku,
    Item: columns.name,
    Qty: columns.quantity,
    Price: columns.price,
  };
  for (const [head, x] of Object.entries({ ...heads, Total: columns.total })) {
    writer.text(head, x, { bold: true });
  }
  writer.rule();
  for (const line of order.lines) {
    writer.down(20);
    writer.text(line.product.sku, columns.sku, { muted: true });
    writer.text(line.product.latinName, columns.name);
    writer.text(String(line.quantity), columns.quantity);
    writer.text(amountText(line.product.price, order), columns.price);
    writer.text(amountText(lineTotal(line), order), columns.total);
  }
  writer.rule();
}

function writeTotals(writer: Writer, order: Order): void {
  const { amounts } = order;
  const rows: readonly (readonly [string, number])[] = [
    ['Subtotal', amounts.subTotal],
    ['Shipping', amounts.shipping.amount],
    ['Cash on delivery', amounts.cashOnDelivery.amount],
    ['Discount', -amounts.discount],
    ...(amounts.shippingDiscount > 0
      ? [['Shipping discount', -amounts.shippingDiscount] as const]
      : []),
    [`VAT ${amounts.taxPercent}%`, amounts.tax],
  ];
  for (const [label, amount] of rows) {
    writer.down(18);
    writer.text(label, columns.quantity, { muted: true });
    writer.text(amountText(amount, order), columns.total);
  }
  writer.down(22);
  writer.text(`Total ${order.currency}`, columns.quantity, { size: 12, bold: true });
  writer.text(amountText(amounts.total, order), columns.total, { size: 12, bold: true });
}

/** An order's invoice on one A4 page. */
export async function invoicePdf(store: Store, order: Order): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`Invoice of order ${order.referenceId}`);
  pdf.setCreationDate(new Date(order.placedAt));
  pdf.setModificationDate(new Date(order.placedAt));
  const regular = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const writer = new Writer(pdf.addPage([595, 842]), regular, bold);
  writer.down(12);
  writer.text('Tax Invoice', margin, { size: 20, bold: true });
  writer.down(24);
  writer.text(`Order ${order.referenceId}   ${storeDate(order.placedAt)}`, margin);
  writer.down(16);
  writer.text(`Seller ${store.username}   VAT ${store.vatNumber}`, margin, { muted: true });
  writer.down(16);
  writer.text(`Customer ${order.customer.email ?? order.customer.mobile}`, margin, { muted: true });
  writer.down(36);
  writeItems(writer, order);
  writer.down(24);
  writeTotals(writer, order);
  return pdf.save();
}
