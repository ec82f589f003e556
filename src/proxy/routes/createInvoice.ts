import { Hono } from 'hono';
import { type AnswerOf, endpoints } from '../../contract/endpoints.ts';
import type { InvoiceSummary } from '../../contract/invoice.ts';
import { parseIdempotencyKey } from '../http/parseRequest.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import { type CreateOnceDeps, createOnce } from '../invoices/createOnce.ts';
import { joinRows } from '../invoices/joinRows.ts';
import { parseNewInvoice } from '../invoices/readNewInvoice.ts';
import type { SallaInvoiceRow } from '../salla/client/types.ts';

/** `POST /api/invoices`: has Salla make an invoice, once per Idempotency-Key. */
export function createInvoiceRoutes(parts: CreateOnceDeps): Hono<RequestEnv> {
  return new Hono<RequestEnv>().post('/', async (context) => {
    const key = parseIdempotencyKey(context);
    const wanted = await parseNewInvoice(context);
    const storeId = context.var.session.store.id;
    const made = await createOnce(parts, storeId, key, wanted);
    const data = await summaryOf(parts, storeId, made);
    context.header('Location', endpoints.invoice(made.id).path);
    return sendJson<AnswerOf<typeof endpoints.createInvoice>>(context, { data }, 201);
  });
}

/** The invoice is made, so it is told of without its order where our own tables can't be read. */
async function summaryOf(
  { database, log }: CreateOnceDeps,
  storeId: number,
  made: SallaInvoiceRow,
): Promise<InvoiceSummary> {
  const alone = {
    ...made,
    orderNumber: null,
    customer: null,
    lastDelivery: null,
    createdAt: null,
  };
  try {
    const [joined] = await joinRows(database, storeId, [made]);
    return joined ?? alone;
  } catch (error) {
    log.error({ storeId, err: error }, 'the order of a new invoice was not read');
    return alone;
  }
}
