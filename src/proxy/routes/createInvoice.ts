import { Hono } from 'hono';
import { endpoints } from '../../contract/endpoints.ts';
import { readIdempotencyKey } from '../http/readRequest.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import { type CreateOnceParts, createOnce } from '../invoices/createOnce.ts';
import type { InvoiceOrders } from '../invoices/invoiceOrders.ts';
import { joinRows } from '../invoices/joinRows.ts';
import { readNewInvoice } from '../invoices/readNewInvoice.ts';

export interface CreateInvoiceRouteParts extends CreateOnceParts {
  invoiceOrders: InvoiceOrders;
}

/** `POST /api/invoices`: has Salla make an invoice, once per Idempotency-Key. */
export function createInvoiceRoutes(parts: CreateInvoiceRouteParts): Hono<RequestEnv> {
  const { database, invoiceOrders } = parts;
  return new Hono<RequestEnv>().post('/', async (context) => {
    const key = readIdempotencyKey(context);
    const wanted = await readNewInvoice(context);
    const storeId = context.var.session.store.id;
    const made = await createOnce(parts, storeId, key, wanted);
    invoiceOrders.learn(storeId, [made]);
    const [data] = await joinRows(database, storeId, [made]);
    context.header('Location', endpoints.invoice(made.id));
    return sendJson(context, { data }, 201);
  });
}
