import { Hono } from 'hono';
import type { AnswerOf, endpoints } from '../../contract/endpoints.ts';
import type { Store } from '../../contract/store.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import { sendJson } from '../http/sendJson.ts';
import type { Database } from '../storage/database.ts';
import { findIssuance } from '../storage/issuance.ts';

/** `/api/store`: what is known of the session's store. */
export function storeRoutes({
  database,
  undoSeconds,
}: {
  database: Database;
  undoSeconds: number;
}): Hono<RequestEnv> {
  return new Hono<RequestEnv>().get('/', async (context) => {
    const { store } = context.var.session;
    const issuance = await findIssuance(database, store.id);
    const data: Store = { ...store, issuance, undoSeconds };
    return sendJson<AnswerOf<typeof endpoints.store>>(context, { data });
  });
}
