import { z } from 'zod';
import { createSandbox, type SandboxOptions } from '../createSandbox.ts';
import type { Sandbox } from '../sandbox.ts';

const Row = z.looseObject({ id: z.number(), order_id: z.number(), type: z.string() });
const InvoiceList = z.object({
  data: z.array(Row),
  pagination: z.looseObject({ total: z.number(), links: z.unknown() }),
});
const OrderList = z.object({
  data: z.array(
    z.looseObject({
      id: z.number(),
      reference_id: z.number(),
      customer: z
        .looseObject({ id: z.number(), email: z.string().nullable(), first_name: z.string() })
        .optional(),
    }),
  ),
  pagination: z.looseObject({ total: z.number() }),
});

export interface OpenedSandbox {
  sandbox: Sandbox;
  /** Moves the clock that the sandbox reads; it starts at the same instant in every test. */
  clock: { at: number };
  /** What the app was told, in order, and what it answers. */
  webhooks: Request[];
  app: { answers: number };
  /** Calls with the app's token, unless the headers say otherwise. */
  call(path: string, init?: RequestInit & { token?: string }): Promise<Response>;
  json(path: string, init?: RequestInit & { token?: string }): Promise<unknown>;
  post(path: string, body?: object): Promise<unknown>;
  invoices(query?: string): Promise<z.infer<typeof InvoiceList>>;
  orders(query?: string): Promise<z.infer<typeof OrderList>>;
}

export const origin = 'http://localhost:3100';
export const appUrl = 'http://localhost:3000';

/** A sandbox in this process with a clock in hand, and an app that takes its webhooks: for tests. */
export function openSandbox(options: Partial<SandboxOptions> = {}): OpenedSandbox {
  const clock = { at: Date.parse('2026-11-22T09:00:00Z') };
  const webhooks: Request[] = [];
  const app = { answers: 200 };
  const sandbox = createSandbox({
    appUrl,
    origin,
    now: () => clock.at,
    deliverWebhook: async (request) => {
      webhooks.push(request);
      return new Response(null, { status: app.answers });
    },
    ...options,
  });
  const token = sandbox.issueTokens().access_token;
  const call: OpenedSandbox['call'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization'))
      headers.set('Authorization', `Bearer ${init.token ?? token}`);
    return sandbox.fetch(new Request(`${origin}${path}`, { ...init, headers }));
  };
  const json: OpenedSandbox['json'] = async (path, init) => (await call(path, init)).json();
  return {
    sandbox,
    clock,
    webhooks,
    app,
    call,
    json,
    post: (path, body) =>
      json(path, {
        method: 'POST',
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      }),
    invoices: async (query = '') =>
      InvoiceList.parse(await json(`/admin/v2/orders/invoices${query}`)),
    orders: async (query = '') => OrderList.parse(await json(`/admin/v2/orders${query}`)),
  };
}
