import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { fieldsOf } from '../http/fieldErrors.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { readBodyText } from '../http/parseBody.ts';
import { parseJson } from '../http/parseRequest.ts';
import type { RequestEnv } from '../http/requestEnv.ts';
import type { SharedSalla } from '../salla/client/sharedClient.ts';
import { type ApplyEventDeps, applyEvent } from '../webhooks/applyEvent.ts';
import { WebhookEvent } from '../webhooks/event.ts';
import { isFromSalla, type WebhookSecret } from '../webhooks/verify.ts';

const maximumBytes = 1024 * 1024;

export interface WebhookRouteDeps extends ApplyEventDeps {
  webhookSecret: WebhookSecret;
  sharedSalla: Pick<SharedSalla, 'drop'>;
}

/** `/webhooks/salla`: what Salla tells of a store. Answers 200 only once it is stored, for Salla tells it no more after that. */
export function webhookRoutes(parts: WebhookRouteDeps): Hono<RequestEnv> {
  return new Hono<RequestEnv>().post('/salla', async (context) => {
    const body = await readBodyText(context.req.raw, maximumBytes);
    if (!isFromSalla(parts.webhookSecret, context.req.raw.headers, body)) {
      throw new ProblemError('unauthenticated', { detail: 'not_from_salla' });
    }
    const read = WebhookEvent.safeParse(parseJson(body), { reportInput: true });
    if (!read.success) throw new ProblemError('bad_request', { fields: fieldsOf(read.error) });
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const applied = await applyEvent(parts, read.data, bodyHash);
    const { event, storeId } = read.data;
    // What was read before is no longer how the store is, or is no longer ours to show.
    if (storeId !== null && /^(app|invoice)\./.test(event)) parts.sharedSalla.drop(storeId);
    parts.log.info({ event, storeId, applied }, 'webhook');
    return context.json({ received: true });
  });
}
