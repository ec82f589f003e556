import { Hono } from 'hono';
import {
  DeliveryListQuery,
  type DeliveryPage,
  DeliveryRequest,
  DeliveryResolution,
} from '../../contract/delivery.ts';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import {
  type Changed,
  cancelDelivery,
  resolveDelivery,
} from '../deliveries/commands/deliveryCommands.ts';
import { type Call, enqueueOnce, findEarlierAnswer } from '../deliveries/commands/enqueue.ts';
import type { Requester } from '../deliveries/commands/requester.ts';
import { retryDelivery } from '../deliveries/commands/retryDelivery.ts';
import type { Dispatcher } from '../deliveries/worker/dispatcher.ts';
import type { FieldText } from '../http/fieldErrors.ts';
import { ProblemError } from '../http/ProblemError.ts';
import {
  parseIdempotencyKey,
  parseJsonRequest,
  parseQuery,
  refused,
} from '../http/parseRequest.ts';
import type { RequestContext, RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import { type CheckInvoicesDeps, checkInvoices } from '../invoices/checkInvoices.ts';
import type { Database } from '../storage/database.ts';
import { findDelivery, toDeliveries } from '../storage/deliveries.ts';
import { countDeliveries, listDeliveries } from '../storage/deliveryLists.ts';
import { type AskedByDeps, requesterOf } from './requesterOf.ts';

export interface DeliveryRouteDeps extends CheckInvoicesDeps, AskedByDeps {
  database: Database;
  dispatcher: Pick<Dispatcher, 'wake'>;
  randomId: () => string;
}

/** `/api/deliveries`: asks for resends, tells of them, and takes a person's decisions about them. */
export function deliveryRoutes(parts: DeliveryRouteDeps): Hono<RequestEnv> {
  const { database, dispatcher, now, randomId } = parts;

  async function enqueueChecked(asked: Requester, call: Call) {
    const checked = await checkInvoices(parts, asked.storeId, call.wanted.orders);
    if (checked.outcome === 'not_of_order') throw notOfOrder(checked.positions);
    return enqueueOnce(parts, asked, { ...call, orders: checked.orders });
  }

  return new Hono<RequestEnv>()
    .post('/', async (context) => {
      const key = parseIdempotencyKey(context);
      if (key === null) throw refused(['Idempotency-Key'], { key: 'required' });
      const wanted = await parseJsonRequest(context, DeliveryRequest);
      const asked = requesterOf(context, parts);
      const call = { key, wanted };
      const queued =
        (await findEarlierAnswer(database, asked, call)) ?? (await enqueueChecked(asked, call));
      if (queued === 'key_used_for_other') {
        throw new ProblemError('conflict', { detail: 'key_used_for_other' });
      }
      dispatcher.wake();
      return sendJson<AnswerOf<typeof endpoints.requestDeliveries>>(context, { data: queued }, 202);
    })
    .get('/', async (context) => {
      const { page, perPage, state, ...filter } = parseQuery(context, DeliveryListQuery);
      const storeId = context.var.session.store.id;
      const range = { offset: (page - 1) * perPage, limit: perPage };
      const [data, counts] = await Promise.all([
        listDeliveries(database, storeId, { ...filter, state }, range),
        countDeliveries(database, storeId, filter),
      ]);
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const totalItems = state === undefined ? all : counts[state];
      const totalPages = Math.ceil(totalItems / perPage);
      const answer: DeliveryPage = {
        data,
        page: { number: page, size: perPage, totalItems, totalPages },
        counts,
      };
      return sendJson<AnswerOf<typeof endpoints.deliveries>>(context, answer);
    })
    .get('/:deliveryId', async (context) => {
      const storeId = context.var.session.store.id;
      const row = await findDelivery(database, storeId, context.req.param('deliveryId'));
      if (row === null) throw new ProblemError('not_found');
      const [data] = await toDeliveries(database, storeId, [row]);
      if (data === undefined) throw new ProblemError('not_found');
      return sendJson<AnswerOf<typeof endpoints.delivery>>(context, { data });
    })
    .post('/:deliveryId/retry', async (context) => {
      const id = context.req.param('deliveryId');
      const changed = await retryDelivery(database, requesterOf(context, parts), id, randomId);
      if (changed.outcome === 'done') dispatcher.wake();
      return sendChanged(context, changed, 202);
    })
    .post('/:deliveryId/cancel', async (context) => {
      const storeId = context.var.session.store.id;
      const id = context.req.param('deliveryId');
      return sendChanged(context, await cancelDelivery(database, storeId, id, now()), 200);
    })
    .post('/:deliveryId/resolve', async (context) => {
      const { outcome } = await parseJsonRequest(context, DeliveryResolution);
      const { store, user } = context.var.session;
      const id = context.req.param('deliveryId');
      const decided = { outcome, by: user };
      return sendChanged(context, await resolveDelivery(database, store.id, id, decided), 200);
    });
}

function notOfOrder(positions: readonly number[]): ProblemError {
  const text: FieldText = { key: 'not_of_order' };
  const names = positions.map((position) => `orders.${position}.invoiceId`);
  const fields = Object.fromEntries(names.map((name) => [name, [text]]));
  return new ProblemError('invalid_fields', { fields });
}

function sendChanged(
  context: RequestContext,
  changed: Changed,
  status: 200 | 202,
): Promise<Response> {
  if (changed.outcome === 'not_found') throw new ProblemError('not_found');
  if (changed.outcome === 'refused') throw new ProblemError('conflict', { detail: changed.why });
  return sendJson<AnswerOf<typeof endpoints.cancelDelivery>>(
    context,
    { data: changed.delivery },
    status,
  );
}
