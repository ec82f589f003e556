import type { ByteChunks, TransportBody } from './transport.ts';
import type { NewInvoice } from './types.ts';

/**
 * What Salla is sent to create an invoice: JSON, or a form where a PDF comes with it (Salla: Creating an invoice).
 * `boundary` must not be found in the file.
 */
export function createBody(
  invoice: NewInvoice,
  boundary: string,
): { type: string; content: TransportBody } {
  if (invoice.dataType !== 'file') {
    return {
      type: 'application/json',
      content: JSON.stringify({ ...head(invoice), ...rest(invoice) }),
    };
  }
  const type = `multipart/form-data; boundary=${boundary}`;
  return { type, content: form(head(invoice), nameOf(invoice), invoice.file, boundary) };
}

function head({ orderId, type, dataType }: NewInvoice) {
  return { order_id: orderId, type, data_type: dataType };
}

function rest(invoice: Exclude<NewInvoice, { dataType: 'file' }>) {
  switch (invoice.dataType) {
    case 'order':
      return {};
    case 'url':
      return { url: invoice.url };
    case 'data':
      return {
        invoice_number: invoice.invoiceNumber,
        sub_total: invoice.subTotal,
        shipping_cost: invoice.shippingCost,
        cash_on_delivery_cost: invoice.cashOnDeliveryCost,
        tax: invoice.tax,
        tax_value: invoice.taxValue,
        total: invoice.total,
      };
  }
}

/** A name of our own: what the file is called on somebody's disk is nobody's business, and may end in anything. */
function nameOf({ orderId, type }: NewInvoice): string {
  return `${type}-${orderId}.pdf`;
}

function form(
  fields: Record<string, string | number>,
  fileName: string,
  file: ByteChunks,
  boundary: string,
): ByteChunks {
  const lines = Object.entries(fields).flatMap(([name, value]) => [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${name}"`,
    '',
    String(value),
  ]);
  const before = Buffer.from(
    [
      ...lines,
      `--${boundary}`,
      `Content-Disposition: form-data; name="file"; filename="${fileName}"`,
      'Content-Type: application/pdf',
      '\r\n',
    ].join('\r\n'),
  );
  const after = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    chunks: [before, ...file.chunks, after],
    size: before.byteLength + file.size + after.byteLength,
  };
}
