import { Hono } from 'hono';
import {
  type Batch,
  BatchDecision,
  BatchListQuery,
  BatchRetry,
  DeliveryPreviewRequest,
  SkippedListQuery,
  type SkippedPage,
} from '../../contract/batch.ts';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import { cancelBatch, setPaused } from '../deliveries/commands/batchCommands.ts';
import { previewDeliveries } from '../deliveries/commands/preview.ts';
import { resolveBatch } from '../deliveries/commands/resolveBatch.ts';
import { retryBatch } from '../deliveries/commands/retryBatch.ts';
import type { SelectionErrors } from '../deliveries/commands/validateSelection.ts';
import { batchCsv, csvName } from '../deliveries/export/batchCsv.ts';
import { toBatches } from '../deliveries/toBatches.ts';
import type { Dispatcher } from '../deliveries/worker/dispatcher.ts';
import { fetchOrdersOfBatch } from '../deliveries/worker/fetchOrdersOfBatch.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { parseJsonRequest, parseQuery } from '../http/parseRequest.ts';
import type { RequestContext, RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import type { LookUpDeps } from '../invoices/lookUpOrders.ts';
import type { RateLimiter } from '../salla/rateLimit/rateLimiter.ts';
import { type BatchRow, countSkipped, findBatch, listBatches } from '../storage/batches.ts';
import type { Database } from '../storage/database.ts';
import { listSkipped } from '../storage/skippedOrders.ts';
import { type AskedByDeps, requesterOf } from './requesterOf.ts';

/** The newest ones tell what is going on; older ones are found by their deliveries. */
const mostListed = 50;

/** Longest that an export waits for the names of orders that nobody has looked at. */
const lookMs = 8000;

export interface BatchRouteDeps extends AskedByDeps, LookUpDeps {
  database: Database;
  dispatcher: Pick<Dispatcher, 'wake'>;
  pace: Pick<RateLimiter, 'snapshot'>;
  randomId: () => string;
}

/** `/api/deliveries/batches` and `/api/deliveries/preview`: what is asked for together, before, during and after it. */
export function batchRoutes(parts: BatchRouteDeps): Hono<RequestEnv> {
  const { database, dispatcher, now, randomId } = parts;

  /** The batch of the address. Throws `not_found`, for another store's as well. */
  async function batchOf(
    context: RequestContext,
    batchId = context.req.param('batchId') ?? '',
  ): Promise<BatchRow> {
    const storeId = context.var.session.store.id;
    const row = await findBatch(database, storeId, batchId);
    if (row === null) throw new ProblemError('not_found');
    return row;
  }

  async function tellOne(context: RequestContext): Promise<Response> {
    const row = await batchOf(context);
    const [data] = await toBatches(database, row.store_id, [row], now());
    if (data === undefined) throw new ProblemError('not_found');
    return sendJson<AnswerOf<typeof endpoints.batch>>(context, { data });
  }

  return new Hono<RequestEnv>()
    .post('/preview', async (context) => {
      const wanted = await parseJsonRequest(context, DeliveryPreviewRequest);
      return sendJson<AnswerOf<typeof endpoints.previewDeliveries>>(context, {
        data: await previewDeliveries(parts, requesterOf(context, parts), wanted),
      });
    })
    .get('/batches', async (context) => {
      const { active } = parseQuery(context, BatchListQuery);
      const storeId = context.var.session.store.id;
      const rows = await listBatches(database, storeId, { active, limit: mostListed });
      const answer: Batch[] = await toBatches(database, storeId, rows, now());
      return sendJson<AnswerOf<typeof endpoints.batches>>(context, answer);
    })
    .get('/batches/:file{[^/]+\\.csv}', async (context) => {
      const row = await batchOf(context, context.req.param('file').slice(0, -'.csv'.length));
      await fetchOrdersOfBatch(parts, row, AbortSignal.timeout(lookMs));
      return context.body(await batchCsv(database, row, context.var.language), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${csvName(row)}"`,
        'Content-Language': context.var.language,
        'Cache-Control': 'no-store',
        Vary: 'Accept-Language',
      });
    })
    .get('/batches/:batchId', tellOne)
    .get('/batches/:batchId/skipped', async (context) => {
      const { page, perPage } = parseQuery(context, SkippedListQuery);
      const { id: batchId, store_id: storeId } = await batchOf(context);
      const range = { offset: (page - 1) * perPage, limit: perPage };
      const [data, counts] = await Promise.all([
        listSkipped(database, { storeId, batchId }, range),
        countSkipped(database, [batchId]),
      ]);
      const totalItems = counts.get(batchId) ?? 0;
      const totalPages = Math.ceil(totalItems / perPage);
      const answer: SkippedPage = {
        data,
        page: { number: page, size: perPage, totalItems, totalPages },
      };
      return sendJson<AnswerOf<typeof endpoints.skippedOfBatch>>(context, answer);
    })
    .post('/batches/:batchId/cancel', async (context) => {
      await cancelBatch(database, (await batchOf(context)).id, now());
      return tellOne(context);
    })
    .post('/batches/:batchId/pause', async (context) => {
      await setPaused(database, (await batchOf(context)).id, 1);
      return tellOne(context);
    })
    .post('/batches/:batchId/resume', async (context) => {
      await setPaused(database, (await batchOf(context)).id, 0);
      dispatcher.wake();
      return tellOne(context);
    })
    .post('/batches/:batchId/retry', async (context) => {
      const { deliveryIds: chosen } = await parseJsonRequest(context, BatchRetry);
      const { id: batchId } = await batchOf(context);
      const asked = requesterOf(context, parts);
      const retried = await retryBatch(database, asked, { batchId, chosen }, randomId);
      if (retried.outcome === 'nothing_to_retry') {
        throw new ProblemError('conflict', { detail: 'nothing_to_retry' });
      }
      if (retried.outcome === 'not_to_be_retried') throw notChosenWell(retried.why);
      dispatcher.wake();
      return sendJson<AnswerOf<typeof endpoints.retryBatch>>(context, { data: retried.batch }, 202);
    })
    .post('/batches/:batchId/resolve', async (context) => {
      const decision = await parseJsonRequest(context, BatchDecision);
      const row = await batchOf(context);
      const by = context.var.session.user;
      const why = await resolveBatch(database, row, { ...decision, by });
      if (why.size > 0) throw notChosenWell(why);
      return tellOne(context);
    });
}

function notChosenWell(why: SelectionErrors): ProblemError {
  const fields = [...why].map(([place, text]) => [`deliveryIds.${place}`, [text]]);
  return new ProblemError('invalid_fields', { fields: Object.fromEntries(fields) });
}
