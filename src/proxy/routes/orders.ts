import { Hono } from 'hono';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import {
  type Order,
  OrderSearchQuery,
  type OrdersById,
  OrdersByIdQuery,
} from '../../contract/order.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { ageOf, parseReadOptions } from '../http/parsePreferences.ts';
import { parseQuery, parseSallaId } from '../http/parseRequest.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import type { KnownOrdersDeps } from '../invoices/findOrder.ts';
import { findOrdersById, type OrdersByIdDeps } from '../invoices/findOrdersById.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import type { SharedSalla } from '../salla/client/sharedClient.ts';
import type { SharedRead } from '../salla/client/shareReads.ts';
import type { SallaClient, SallaOrder } from '../salla/client/types.ts';
import { findKnownOrders, upsertOrders } from '../storage/knownOrders.ts';

export type OrderRouteDeps = KnownOrdersDeps & OrdersByIdDeps & { sharedSalla: SharedSalla };

/** `/api/orders`: every order that passes is remembered, to be shown beside its invoices. */
export function orderRoutes(parts: OrderRouteDeps): Hono<RequestEnv> {
  const { salla, sharedSalla, database, now } = parts;
  return new Hono<RequestEnv>()
    .get('/', async (context) => {
      const storeId = context.var.session.store.id;
      if (context.req.query('ids') !== undefined) {
        const sought = parseQuery(context, OrdersByIdQuery);
        const answer: OrdersById = await findOrdersById(parts, storeId, sought);
        return sendJson<AnswerOf<typeof endpoints.ordersById>>(context, answer);
      }
      const { q } = parseQuery(context, OrderSearchQuery);
      const orders = await salla.searchOrders(storeId, q);
      const read = { at: now(), from: 'list' } as const;
      return sendJson<AnswerOf<typeof endpoints.searchOrders>>(context, {
        data: await upsertOrders(database, storeId, orders, read),
      });
    })
    .get('/:orderId', async (context) => {
      const storeId = context.var.session.store.id;
      const orderId = parseSallaId(context, 'orderId');
      const read = await sharedSalla.order.read(storeId, orderId, parseReadOptions(context));
      return sendJson<AnswerOf<typeof endpoints.order>>(context, {
        data: await withCustomer(parts, storeId, read),
      });
    })
    .post('/:orderId/print', async (context) => {
      const storeId = context.var.session.store.id;
      const orderId = parseSallaId(context, 'orderId');
      return sendJson<AnswerOf<typeof endpoints.printOrder>>(context, {
        data: await printInvoice(salla, storeId, orderId),
      });
    });
}

/** The order with all that is known of its customer. An older answer was remembered when it came, and maybe overtaken. */
async function withCustomer(
  { database, now }: Pick<OrderRouteDeps, 'database' | 'now'>,
  storeId: number,
  read: SharedRead<SallaOrder>,
): Promise<Order> {
  const { value: order, ageSeconds } = read;
  if (ageSeconds === 0) {
    const how = { at: now(), from: 'details' } as const;
    const [stored] = await upsertOrders(database, storeId, [order], how);
    if (stored === undefined) throw new ProblemError('not_found');
    return stored;
  }
  const known = (await findKnownOrders(database, storeId, [order.id])).get(order.id);
  return { ...order, customer: known?.customer ?? null, ...ageOf(read) };
}

/** Salla refuses to print for an order that isn't there as it refuses a field. Asking for the order tells them apart. */
async function printInvoice(salla: SallaClient, storeId: number, orderId: number) {
  try {
    return await salla.printInvoice(storeId, orderId);
  } catch (refusal) {
    if (!isFailure(refusal, 'invalid_fields')) throw refusal;
    const isGone = await salla.getOrder(storeId, orderId).then(
      () => false,
      (failure: unknown) => isFailure(failure, 'not_found'),
    );
    throw isGone ? new ProblemError('not_found') : refusal;
  }
}

function isFailure(error: unknown, code: SallaFailure['code']): boolean {
  return error instanceof SallaFailure && error.code === code;
}
