import { z } from 'zod';
import { type Sandbox, sandboxAt } from '../support/sandbox.ts';
import { startServer } from '../support/startServer.ts';
import { signInEmbedded } from './signIn.ts';
import type { Figure } from './table.ts';

/** How long each of the sandbox's answers takes, as Salla's over the internet do. */
const latencyMs = 60;
const browsingEveryMs = 3000;

type Run = { sends: number; perMinute: number; budget: number };

const runs: readonly Run[] = [
  { sends: 200, perMinute: 120, budget: 66 },
  { sends: 500, perMinute: 120, budget: 156 },
  { sends: 500, perMinute: 360, budget: 66 },
];

const Queued = z.object({ data: z.object({ batchId: z.string() }) });
const Counted = z.object({ counts: z.object({ queued: z.number(), sending: z.number() }) });

/** A server with many orders, somebody signed in there, and what they may ask. */
async function openServer() {
  const server = await startServer({ SANDBOX_ORDERS: '900' });
  const sandbox = sandboxAt(server.sandboxUrl);
  await sandbox.plan(100_000);
  const authorization = await signInEmbedded(server.url, sandbox);
  const headers = { authorization, 'content-type': 'application/json' };
  const get = async (path: string) => read(await fetch(server.url + path, { headers }));
  const resend = async (body: object) => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const init = { method: 'POST', body: JSON.stringify(body), headers: { ...headers, ...key } };
    return read(await fetch(`${server.url}/api/deliveries`, init));
  };
  return { server, sandbox, get, resend };
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return response.json();
}

type Opened = Awaited<ReturnType<typeof openServer>>;

/**
 * So many orders that can be mailed, asked of the sandbox itself: whoever lists them at the proxy browses there. Others
 * cost a second call, which tells why they were refused.
 */
async function ordersOf({ sandbox }: Opened, count: number): Promise<{ orderId: number }[]> {
  const invoiced = new Set<number>();
  const mailable = new Set<number>();
  for (let page = 1; ; page++) {
    const orders = await sandbox.orders(page);
    for (const { id, customer } of orders) if (customer?.email) mailable.add(id);
    for (const { order_id: id } of await sandbox.invoices(page)) invoiced.add(id);
    const found = [...mailable].filter((id) => invoiced.has(id));
    if (found.length >= count) return found.slice(0, count).map((orderId) => ({ orderId }));
    if (orders.length === 0) throw new Error(`The sandbox has ${found.length} such orders`);
  }
}

/** Begins with a bucket that nobody has used. */
async function beginAt(sandbox: Sandbox, perMinute: number): Promise<void> {
  await sandbox.faults([{ method: '*', path: '/admin/', answer: 'slow', ms: latencyMs }]);
  await sandbox.plan(perMinute);
}

/** Seconds from asking until the last of a batch is out. */
async function secondsToSend(opened: Opened, { sends, perMinute }: Omit<Run, 'budget'>) {
  const orders = await ordersOf(opened, sends);
  await beginAt(opened.sandbox, perMinute);
  const began = performance.now();
  const { data } = Queued.parse(await opened.resend({ orders }));
  for (;;) {
    const path = `/api/deliveries?batchId=${data.batchId}&perPage=1`;
    const { counts } = Counted.parse(await opened.get(path));
    if (counts.queued + counts.sending === 0) return (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The longest that somebody waits who looks at 20 pages of invoices a minute meanwhile, ms. */
async function longestWait(opened: Opened, sends: number, perMinute: number): Promise<number> {
  const waits: number[] = [];
  let done = false;
  const sending = secondsToSend(opened, { sends, perMinute }).finally(() => {
    done = true;
  });
  while (!done) {
    const asked = performance.now();
    await opened.get(`/api/invoices?perPage=15&page=${1 + (waits.length % 20)}`);
    waits.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, browsingEveryMs));
  }
  await sending;
  return Math.max(...waits);
}

async function stopAfter<T>(opened: Opened, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await opened.server.stop();
  }
}

/** How long many resends take at a store's pace, and how long people wait meanwhile. Takes about three minutes. */
export async function benchResends(): Promise<Figure[]> {
  const working: Promise<Figure>[] = [];
  // They wait for Salla most of the time, so they go side by side.
  for (const { sends, perMinute, budget } of runs) {
    const opened = await openServer();
    const sent = async () => ({
      name: `${sends} sends at ${perMinute} a minute (s)`,
      measured: await secondsToSend(opened, { sends, perMinute }),
      budget,
    });
    working.push(stopAfter(opened, sent()));
  }
  const browsed = await openServer();
  const browse = async () => ({
    name: '200 sends at 120 a minute, 20 people’s calls a minute wait at most (ms)',
    measured: await longestWait(browsed, 200, 120),
    budget: 2000,
  });
  const figures = await Promise.all([...working, stopAfter(browsed, browse())]);
  // This one is held up by the proxy itself if by anything, so it goes alone.
  const alone = await openServer();
  const fast = await stopAfter(alone, secondsToSend(alone, { sends: 500, perMinute: 720 }));
  return [...figures, { name: '500 sends at 720 a minute (s)', measured: fast, budget: 15 }];
}
