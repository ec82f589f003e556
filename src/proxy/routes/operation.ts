import { Hono } from 'hono';
import { sql } from 'kysely';
import { ProblemError } from '../http/ProblemError.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { Database } from '../storage/database.ts';
import { isSame } from '../webhooks/verify.ts';

export interface OperationRouteDeps {
  database: Database;
  metrics: Metrics | null;
  metricsToken: string | null;
}

/** For those who run the proxy: whether it lives, whether it can work, and what it has done. */
export function operationRoutes(parts: OperationRouteDeps): Hono<RequestEnv> {
  const { database, metrics, metricsToken } = parts;
  return new Hono<RequestEnv>()
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', async (context) => {
      try {
        await sql`select 1`.execute(database);
        return context.json({ status: 'ok' });
      } catch {
        // Why the database does not answer is for the log of whoever uses it; here it is a yes or a no.
        return context.json({ status: 'the database does not answer' }, 503);
      }
    })
    .get('/metrics', async (context) => {
      if (metrics === null || metricsToken === null) throw new ProblemError('not_found');
      if (!isSame(context.req.header('authorization') ?? '', `Bearer ${metricsToken}`)) {
        throw new ProblemError('unauthenticated', { detail: 'not_for_you' });
      }
      return context.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType });
    });
}
