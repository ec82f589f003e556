import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { FaultList } from './faults.ts';
import type { Sandbox } from './sandbox.ts';

const TokensRequest = z.strictObject({
  scope: z.string().optional(),
  expiresInSeconds: z.int().optional(),
  storeId: z.int().optional(),
});
const EmbeddedTokenRequest = z.strictObject({
  expiresInSeconds: z.int().optional(),
  storeId: z.int().optional(),
  userId: z.int().optional(),
});
const WebhookRequest = z.strictObject({ event: z.string().min(1), data: z.unknown().optional() });
const PlanRequest = z.strictObject({ perMinute: z.int().min(1) });
const IssuanceRequest = z.strictObject({
  issuance: z.enum(['salla', 'custom', 'default_provider']),
});

const OrderListRequest = z.strictObject({ format: z.enum(['full', 'light']) });

/** Null for what is no JSON, which no schema here takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function read<T>(context: Context, schema: z.ZodType<T>): Promise<T | Response> {
  const text = await context.req.text();
  const parsed = schema.safeParse(parseJson(text === '' ? '{}' : text));
  return parsed.success
    ? parsed.data
    : Response.json({ error: z.prettifyError(parsed.error) }, { status: 400 });
}

/** What scripts and tests steer the sandbox by: `/_sandbox/...`. */
export function control(sandbox: Sandbox): Hono {
  const router = new Hono().basePath('/_sandbox');

  router.get('/mailbox', (context) => context.json(sandbox.mailbox()));

  router.post('/tokens', async (context) => {
    const body = await read(context, TokensRequest);
    return body instanceof Response ? body : context.json(sandbox.issueTokens(body));
  });

  router.post('/embedded-token', async (context) => {
    const body = await read(context, EmbeddedTokenRequest);
    if (body instanceof Response) return body;
    return context.json({ token: sandbox.issueEmbeddedToken(body) });
  });

  router.post('/webhook', async (context) => {
    const body = await read(context, WebhookRequest);
    if (body instanceof Response) return body;
    return context.json({ status: await sandbox.sendWebhook(body.event, body.data) });
  });

  router.get('/faults', (context) => context.json(sandbox.faults()));
  router.post('/faults', async (context) => {
    const faults = await read(context, FaultList);
    if (faults instanceof Response) return faults;
    sandbox.setFaults(faults);
    return context.json(sandbox.faults());
  });

  router.post('/plan', async (context) => {
    const body = await read(context, PlanRequest);
    if (body instanceof Response) return body;
    sandbox.setRequestsPerMinute(body.perMinute);
    return context.json(body);
  });

  router.post('/issuance', async (context) => {
    const body = await read(context, IssuanceRequest);
    if (body instanceof Response) return body;
    sandbox.setIssuance(body.issuance);
    return context.json(body);
  });

  router.post('/order-list', async (context) => {
    const body = await read(context, OrderListRequest);
    if (body instanceof Response) return body;
    sandbox.setOrderListFormat(body.format);
    return context.json(body);
  });

  router.post('/reset', (context) => {
    sandbox.reset();
    return context.body(null, 204);
  });

  return router;
}
