import { z } from 'zod';
import { sandboxAt } from '../support/sandbox.ts';
import { startServer } from '../support/startServer.ts';
import { signInEmbedded } from './signIn.ts';
import type { Figure } from './table.ts';

const people = 200;
const perMinute = 120;
/** Each looks at a list or an invoice so often. */
const everyMs = 10_000;
const seconds = 60;
/** Half of the lists are the newest invoices, the rest the pages behind them. */
const pages = 4;

const Listed = z.object({
  data: z.array(
    z.object({
      id: z.number(),
      orderId: z.number(),
      date: z.string().nullable(),
      customer: z.unknown(),
    }),
  ),
});
type Row = z.infer<typeof Listed>['data'][number];

/** The orders of rows whose customer is not known yet, as the dashboard asks for them. */
function ordersPath(rows: readonly Row[]): string | null {
  const unknown = rows.filter(({ customer }) => customer === null);
  const to = unknown
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  const ids = [...new Set(unknown.map(({ orderId }) => orderId))].sort((a, b) => a - b);
  return to === undefined ? null : `/api/orders?ids=${ids}&to=${to}`;
}

/** What people meet, in shares of all answers; waits in ms. */
type Met = { refused: number; shared: number; longestWait: number };

/** Numbers from 0 to 1 that are the same in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function meet(url: string, authorization: string): Promise<Met> {
  const answers: { status: number; isShared: boolean; waitedMs: number }[] = [];
  const end = performance.now() + seconds * 1000;
  const ask = async (path: string): Promise<unknown> => {
    const asked = performance.now();
    const response = await fetch(url + path, { headers: { authorization } });
    const text = await response.text();
    answers.push({
      status: response.status,
      isShared: text.includes('"ageSeconds"'),
      waitedMs: performance.now() - asked,
    });
    return response.ok ? JSON.parse(text) : null;
  };
  const person = async (_: unknown, which: number) => {
    const random = randomFrom(which);
    const pause = () => new Promise((resolve) => setTimeout(resolve, everyMs));
    await new Promise((resolve) => setTimeout(resolve, (everyMs * which) / people));
    while (performance.now() < end) {
      const page = random() < 0.5 ? 1 : 2 + Math.floor(random() * (pages - 1));
      const listed = Listed.safeParse(await ask(`/api/invoices?page=${page}`));
      const rows = listed.success ? listed.data.data : [];
      const orders = ordersPath(rows);
      if (orders !== null) await fetch(url + orders, { headers: { authorization } });
      await pause();
      const row = rows[Math.floor(random() * rows.length)];
      if (row === undefined || performance.now() > end) continue;
      await ask(`/api/invoices/${row.id}`);
      await pause();
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  const share = (count: number) => (100 * count) / answers.length;
  return {
    refused: share(answers.filter(({ status }) => status === 429).length),
    shared: share(answers.filter(({ isShared }) => isShared).length),
    longestWait: Math.max(...answers.map(({ waitedMs }) => waitedMs)),
  };
}

/** Many people of one store at Salla's smallest plan: how often they are turned away. Takes a good minute. */
export async function benchCrowd(): Promise<Figure[]> {
  const server = await startServer();
  try {
    const sandbox = sandboxAt(server.sandboxUrl);
    const authorization = await signInEmbedded(server.url, sandbox);
    await sandbox.plan(perMinute);
    const { refused, shared, longestWait } = await meet(server.url, authorization);
    const who = `${people} people on a store at ${perMinute} a minute`;
    return [
      { name: `${who}, calls refused (%)`, measured: refused, budget: 2 },
      { name: `${who}, answered with another’s answer (%)`, measured: shared, budget: null },
      { name: `${who}, longest wait (ms)`, measured: longestWait, budget: null },
    ];
  } finally {
    await server.stop();
  }
}
