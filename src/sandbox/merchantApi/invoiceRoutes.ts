import { Hono } from 'hono';
import { z } from 'zod';
import { invalidFields, invoiceNotFound, success } from '../envelope.ts';
import type { InvoiceRecord, Shop } from '../shop.ts';
import type { WireInvoice } from '../wire.ts';
import { type Caller, needs } from './caller.ts';
import { fieldsOf, id, listQuery, pagination, spanOf } from './query.ts';

const InvoiceListQuery = z.object({ ...listQuery, order_id: id.optional() });
type InvoiceListQuery = z.infer<typeof InvoiceListQuery>;

/** A list row: what the details have, less the long things. */
function listRow(invoice: WireInvoice): WireInvoice {
  return { ...invoice, uuid: undefined, qr_code: undefined, items: undefined };
}

function find(
  shop: Shop,
  query: InvoiceListQuery,
): { total: number; rows: readonly InvoiceRecord[] } {
  const span = spanOf(query);
  const skip = (query.page - 1) * query.per_page;
  if (query.order_id === undefined) return shop.listInvoices(span, skip, query.per_page);
  const ofOrder = shop
    .invoicesOfOrder(query.order_id)
    .filter(({ issuedAt }) => issuedAt >= span.from && issuedAt < span.to)
    .toReversed();
  return { total: ofOrder.length, rows: ofOrder.slice(skip, skip + query.per_page) };
}

/** `GET /orders/invoices` and `/orders/invoices/{id}`. */
export function invoiceRoutes(): Hono<Caller> {
  const router = new Hono<Caller>();

  router.get('/orders/invoices', needs('orders.read'), (context) => {
    const query = InvoiceListQuery.safeParse(context.req.query());
    if (!query.success) return invalidFields(fieldsOf(query.error));
    const { total, rows } = find(context.get('shop'), query.data);
    const { page: number, per_page: size } = query.data;
    return success(
      rows.map((row) => listRow(row.wire())),
      {
        pagination: pagination(new URL(context.req.url), {
          number,
          size,
          count: rows.length,
          total,
        }),
      },
    );
  });

  router.get('/orders/invoices/:invoiceId', needs('orders.read'), (context) => {
    const invoiceId = id.safeParse(context.req.param('invoiceId'));
    const invoice = invoiceId.success ? context.get('shop').invoice(invoiceId.data) : null;
    return invoice === null ? invoiceNotFound() : success(invoice.wire());
  });

  return router;
}
