import { Hono } from 'hono';
import {
  type Batch,
  BatchChangesQuery,
  BatchDecision,
  BatchListQuery,
  BatchRetry,
  DeliveryPreviewRequest,
  SkippedListQuery,
  type SkippedPage,
} from '../../contract/batch.ts';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import { findBatchChanges } from '../deliveries/batchChanges.ts';
import {
  cancelBatch,
  resolveBatch,
  retryBatch,
  type SelectionErrors,
  setPaused,
} from '../deliveries/commands/batchCommands.ts';
import { previewDeliveries } from '../deliveries/commands/preview.ts';
import { batchCsv, csvName } from '../deliveries/export/batchCsv.ts';
import { fetchOrdersOfBatch } from '../deliveries/export/fetchOrdersOfBatch.ts';
import { toBatches } from '../deliveries/toBatches.ts';
import type { Dispatcher } from '../deliveries/worker/dispatcher.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { parseJsonRequest, parseQuery } from '../http/parseRequest.ts';
import type { RequestContext, RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import type { LookUpDeps } from '../invoices/lookUpOrders.ts';
import type { RateLimiter } from '../salla/rateLimit/rateLimiter.ts';
import { type BatchRow, findBatch, listBatches } from '../storage/batches.ts';
import type { Database } from '../storage/database.ts';
import { countSkipped, listSkipped } from '../storage/skippedOrders.ts';
import { type AskedByDeps, requesterOf } from './requesterOf.ts';

/** Older batches are found by their deliveries. */
const maximumListed = 50;

/** How long an export waits for numbers and customers of orders that are not stored yet. */
const fetchOrdersMs = 8000;

export interface BatchRouteDeps extends AskedByDeps, LookUpDeps {
  database: Database;
  dispatcher: Pick<Dispatcher, 'wake'>;
  rateLimiter: Pick<RateLimiter, 'snapshot'>;
  randomId: () => string;
}

/** `/api/deliveries/batches` and `/api/deliveries/preview`. Mounted before `/api/deliveries`, whose `/:deliveryId` matches these paths too. */
export function batchRoutes(deps: BatchRouteDeps): Hono<RequestEnv> {
  const { database, dispatcher, now, randomId } = deps;

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

  async function answerBatch(context: RequestContext): Promise<Response> {
    const row = await batchOf(context);
    const [data] = await toBatches(database, row.store_id, [row], now());
    if (data === undefined) throw new ProblemError('not_found');
    return sendJson<AnswerOf<typeof endpoints.batch>>(context, { data });
  }

  return new Hono<RequestEnv>()
    .post('/preview', async (context) => {
      const request = await parseJsonRequest(context, DeliveryPreviewRequest);
      return sendJson<AnswerOf<typeof endpoints.previewDeliveries>>(context, {
        data: await previewDeliveries(deps, requesterOf(context, deps), request),
      });
    })
    .get('/batches', async (context) => {
      const { active } = parseQuery(context, BatchListQuery);
      const storeId = context.var.session.store.id;
      const rows = await listBatches(database, storeId, { active, limit: maximumListed });
      const answer: Batch[] = await toBatches(database, storeId, rows, now());
      return sendJson<AnswerOf<typeof endpoints.batches>>(context, answer);
    })
    .get('/batches/:file{[^/]+\\.csv}', async (context) => {
      const row = await batchOf(context, context.req.param('file').slice(0, -'.csv'.length));
      await fetchOrdersOfBatch(deps, row, AbortSignal.timeout(fetchOrdersMs));
      return context.body(await batchCsv(database, row, context.var.language), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${csvName(row)}"`,
        'Content-Language': context.var.language,
        'Cache-Control': 'no-store',
        Vary: 'Accept-Language',
      });
    })
    .get('/batches/:batchId', answerBatch)
    .get('/batches/:batchId/changes', async (context) => {
      const { since } = parseQuery(context, BatchChangesQuery);
      const data = await findBatchChanges(database, await batchOf(context), since, now());
      if (data === null) throw new ProblemError('not_found');
      return sendJson<AnswerOf<typeof endpoints.batchChanges>>(context, { data });
    })
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
      return answerBatch(context);
    })
    .post('/batches/:batchId/pause', async (context) => {
      await setPaused(database, (await batchOf(context)).id, 1);
      return answerBatch(context);
    })
    .post('/batches/:batchId/resume', async (context) => {
      await setPaused(database, (await batchOf(context)).id, 0);
      dispatcher.wake();
      return answerBatch(context);
    })
    .post('/batches/:batchId/retry', async (context) => {
      const { deliveryIds: chosen } = await parseJsonRequest(context, BatchRetry);
      const { id: batchId } = await batchOf(context);
      const requester = requesterOf(context, deps);
      const retried = await retryBatch(database, requester, { batchId, chosen }, randomId);
      if (retried.outcome === 'nothing_to_retry') {
        throw new ProblemError('conflict', { detail: 'nothing_to_retry' });
      }
      if (retried.outcome === 'not_to_be_retried') throw selectionProblem(retried.errors);
      dispatcher.wake();
      return sendJson<AnswerOf<typeof endpoints.retryBatch>>(context, { data: retried.batch }, 202);
    })
    .post('/batches/:batchId/resolve', async (context) => {
      const decision = await parseJsonRequest(context, BatchDecision);
      const row = await batchOf(context);
      const by = context.var.session.user;
      const errors = await resolveBatch(database, row, { ...decision, by });
      if (errors.size > 0) throw selectionProblem(errors);
      return answerBatch(context);
    });
}

function selectionProblem(errors: SelectionErrors): ProblemError {
  const fields = [...errors].map(([index, text]) => [`deliveryIds.${index}`, [text]]);
  return new ProblemError('invalid_fields', { fields: Object.fromEntries(fields) });
}
