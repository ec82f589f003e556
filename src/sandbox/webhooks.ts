import { createHmac } from 'node:crypto';
import { type AppAddresses, sandboxApp } from './app.ts';
import { storeDateText, storeDateTime } from './riyadh.ts';

export interface WebhookOptions {
  now(): number;
  app(): AppAddresses;
  deliver(request: Request): Promise<Response>;
  strategy: 'signature' | 'token';
  /** Milliseconds between a delivery that failed and the next of at most three more. */
  retryAfter: number;
}

export interface Webhooks {
  /** Delivers once, and again later where no 2xx came; resolves to the first status, null where nothing answered. */
  send(event: string, storeId: number, data: unknown): Promise<number | null>;
  /** Gives up every delivery that is still to be tried again. */
  forget(): void;
}

const retries = 3;
const patience = 30_000;

/** What proves to the app that a webhook is Salla's: a signature of the raw body, or the secret itself. */
function proof(strategy: WebhookOptions['strategy'], body: string): Record<string, string> {
  if (strategy === 'token') {
    return { 'X-Salla-Security-Strategy': 'Token', Authorization: sandboxApp.webhookSecret };
  }
  return {
    'X-Salla-Security-Strategy': 'Signature',
    'X-Salla-Signature': createHmac('sha256', sandboxApp.webhookSecret).update(body).digest('hex'),
  };
}

/** Salla's webhooks to the app, `POST {appUrl}/webhooks/salla`. Their `created_at` comes in either of Salla's two forms, turn by turn. */
export function createWebhooks(options: WebhookOptions): Webhooks {
  let sent = 0;
  const waiting = new Set<NodeJS.Timeout>();

  const attempt = async (body: string): Promise<number | null> => {
    try {
      const response = await options.deliver(
        new Request(`${options.app().appUrl}/webhooks/salla`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...proof(options.strategy, body) },
          body,
          signal: AbortSignal.timeout(patience),
        }),
      );
      await response.body?.cancel();
      return response.status;
    } catch {
      // An app that is down is what the retries are for.
      return null;
    }
  };

  const tryAgainLater = (body: string, left: number) => {
    if (left === 0) return;
    const timer = setTimeout(async () => {
      waiting.delete(timer);
      if (!accepted(await attempt(body))) tryAgainLater(body, left - 1);
    }, options.retryAfter);
    timer.unref();
    waiting.add(timer);
  };

  return {
    send: async (event, storeId, data) => {
      const write = sent % 2 === 0 ? storeDateTime : storeDateText;
      sent++;
      const createdAt = write(options.now());
      const body = JSON.stringify({ event, merchant: storeId, created_at: createdAt, data });
      const status = await attempt(body);
      if (!accepted(status)) tryAgainLater(body, retries);
      return status;
    },
    forget: () => {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}

function accepted(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}
