import { Hono } from 'hono';
import { countsFor } from '../../contract/documentTime.ts';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import { type Invoice, InvoiceListQuery, type InvoicePage } from '../../contract/invoice.ts';
import { ageOf, parseReadOptions } from '../http/parsePreferences.ts';
import { parseQuery, parseSallaId } from '../http/parseRequest.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import { findOrder, type KnownOrdersDeps } from '../invoices/findOrder.ts';
import type { InvoiceOrders } from '../invoices/invoiceOrders.ts';
import { joinRows, withCreatedAt } from '../invoices/joinRows.ts';
import type { SharedSalla } from '../salla/client/sharedClient.ts';
import { listDeliveries } from '../storage/deliveryLists.ts';
import { findLastDeliveries } from '../storage/lastDeliveries.ts';

/** Deliveries that an invoice's page tells of; there are hardly ever more than a few. */
const deliveriesShown = 100;

export interface InvoiceRouteDeps extends KnownOrdersDeps {
  invoiceOrders: InvoiceOrders;
  sharedSalla: SharedSalla;
}

/** `/api/invoices`: what Salla tells, joined with the orders that we have seen and the deliveries that we made. */
export function invoiceRoutes(parts: InvoiceRouteDeps): Hono<RequestEnv> {
  const { sharedSalla, database, invoiceOrders } = parts;
  return new Hono<RequestEnv>()
    .get('/', async (context) => {
      const query = parseQuery(context, InvoiceListQuery);
      const storeId = context.var.session.store.id;
      const read = await sharedSalla.invoiceList.read(storeId, query, parseReadOptions(context));
      const { data, page } = read.value;
      invoiceOrders.learn(storeId, data);
      const rows = await joinRows(database, storeId, data);
      const answer: InvoicePage = { data: rows, page, ...ageOf(read) };
      return sendJson<AnswerOf<typeof endpoints.invoices>>(context, answer);
    })
    .get('/:invoiceId', async (context) => {
      const invoiceId = parseSallaId(context, 'invoiceId');
      const storeId = context.var.session.store.id;
      const read = await sharedSalla.invoice.read(storeId, invoiceId, parseReadOptions(context));
      const invoice = read.value;
      invoiceOrders.learn(storeId, [invoice]);
      const { orderId } = invoice;
      const range = { offset: 0, limit: deliveriesShown };
      const [order, deliveries, [dated]] = await Promise.all([
        findOrder(parts, storeId, orderId),
        listDeliveries(database, storeId, { orderId }, range),
        withCreatedAt(database, storeId, [invoice]),
      ]);
      const made = dated ?? { ...invoice, createdAt: null };
      const last = await findLastDeliveries(database, storeId, [made]);
      const data: Invoice = {
        ...made,
        orderNumber: order?.number ?? null,
        customer: order?.customer ?? null,
        lastDelivery: last.get(made.id) ?? null,
        deliveries: deliveries.filter((delivery) =>
          countsFor(made, { ...delivery, at: delivery.finishedAt ?? delivery.requestedAt }),
        ),
        ...ageOf(read),
      };
      return sendJson<AnswerOf<typeof endpoints.invoice>>(context, { data });
    });
}
