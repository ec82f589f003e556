import { Hono } from 'hono';
import {
  DeliveryListQuery,
  type DeliveryPage,
  DeliveryRequest,
  DeliveryResolution,
} from '../../contract/delivery.ts';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import {
  type CommandResult,
  cancelDelivery,
  resolveDelivery,
  retryDelivery,
} from '../deliveries/commands/deliveryCommands.ts';
import {
  enqueueOnce,
  findEarlierAnswer,
  type KeyedRequest,
} from '../deliveries/commands/enqueue.ts';
import type { Requester } from '../deliveries/commands/requester.ts';
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

/** `/api/deliveries`: requests, lists, retries, cancels and resolves deliveries. */
export function deliveryRoutes(deps: DeliveryRouteDeps): Hono<RequestEnv> {
  const { database, dispatcher, now, randomId } = deps;

  async function enqueueChecked(requester: Requester, keyed: KeyedRequest) {
    const checked = await checkInvoices(deps, requester.storeId, keyed.request.orders);
    if (checked.outcome === 'not_of_order') throw notOfOrder(checked.positions);
    return enqueueOnce(deps, requester, { ...keyed, orders: checked.orders });
  }

  return new Hono<RequestEnv>()
    .post('/', async (context) => {
      const key = parseIdempotencyKey(context);
      if (key === null) throw refused(['Idempotency-Key'], { key: 'required' });
      const request = await parseJsonRequest(context, DeliveryRequest);
      const requester = requesterOf(context, deps);
      const keyed = { key, request };
      const queued =
        (await findEarlierAnswer(database, requester, keyed)) ??
        (await enqueueChecked(requester, keyed));
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
      const result = await retryDelivery(database, requesterOf(context, deps), id, randomId);
      if (result.outcome === 'done') dispatcher.wake();
      return sendResult(context, result, 202);
    })
    .post('/:deliveryId/cancel', async (context) => {
      const storeId = context.var.session.store.id;
      const id = context.req.param('deliveryId');
      return sendResult(context, await cancelDelivery(database, storeId, id, now()), 200);
    })
    .post('/:deliveryId/resolve', async (context) => {
      const { outcome } = await parseJsonRequest(context, DeliveryResolution);
      const { store, user } = context.var.session;
      const id = context.req.param('deliveryId');
      const decision = { outcome, by: user };
      return sendResult(context, await resolveDelivery(database, store.id, id, decision), 200);
    });
}

function notOfOrder(positions: readonly number[]): ProblemError {
  const text: FieldText = { key: 'not_of_order' };
  const names = positions.map((position) => `orders.${position}.invoiceId`);
  const fields = Object.fromEntries(names.map((name) => [name, [text]]));
  return new ProblemError('invalid_fields', { fields });
}

function sendResult(
  context: RequestContext,
  result: CommandResult,
  status: 200 | 202,
): Promise<Response> {
  if (result.outcome === 'not_found') throw new ProblemError('not_found');
  if (result.outcome === 'refused') throw new ProblemError('conflict', { detail: result.why });
  return sendJson<AnswerOf<typeof endpoints.cancelDelivery>>(
    context,
    { data: result.delivery },
    status,
  );
}
