import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/proxy/storage/database.ts';
import { sandboxAt } from '../support/sandbox.ts';
import { startServer } from '../support/startServer.ts';
import { load } from './load.ts';
import { median } from './median.ts';
import { signInEmbedded } from './signIn.ts';
import type { Figure } from './table.ts';

const storeId = 1305146709;
const onRecord = 100_000;
const batchSize = 100;
const firstOrderId = 5_000_000_000;

/** Two years of a busy store: batches that went out long ago, an order now and then among the failed. */
async function fillRecord(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const longAgo = Date.now() - 365 * 24 * 60 * 60 * 1000;
  await database.transaction().execute(async (transaction) => {
    for (let start = 0; start < onRecord; start += batchSize) {
      const batch = {
        store_id: storeId,
        requested_by_id: 1,
        requested_by_name: 'Sara',
        requested_at: longAgo + start * 1000,
        requested_from: 'tab',
      } as const;
      const id = `batch-${start}`;
      await transaction
        .insertInto('batches')
        .values({ ...batch, id, paused: 0 })
        .execute();
      const rows = Array.from({ length: batchSize }, (_, position) => ({
        ...batch,
        id: `delivery-${start + position}`,
        batch_id: id,
        position,
        order_id: firstOrderId + ((start + position) % 60_000),
        state: position === 0 ? ('failed' as const) : ('sent' as const),
        reason: position === 0 ? ('refused' as const) : null,
        attempts: 1,
        not_before: batch.requested_at,
        finished_at: batch.requested_at + 1000,
        bulk: 1 as const,
      }));
      await transaction.insertInto('deliveries').values(rows).execute();
    }
  });
  await database.destroy();
}

/** What lists and a request for 1,000 orders cost with 100,000 deliveries on record. */
export async function benchRecord(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'invoice-server-record-'));
  const databaseUrl = `sqlite:${join(folder, 'record.db')}`;
  const server = await startServer({ DATABASE_URL: databaseUrl });
  try {
    const sandbox = sandboxAt(server.sandboxUrl);
    await sandbox.plan(100_000);
    const authorization = await signInEmbedded(server.url, sandbox);
    await fillRecord(databaseUrl);
    const p95 = async (path: string) =>
      (await load(server.url + path, { connections: 2, seconds: 3, headers: { authorization } }))
        .p95;
    const enqueue = async (round: number) => {
      const orders = Array.from({ length: 1000 }, (_, at) => ({
        orderId: firstOrderId + round * 1000 + at,
      }));
      const asked = performance.now();
      const answer = await fetch(`${server.url}/api/deliveries`, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ orders, undoSeconds: 30 }),
      });
      await answer.arrayBuffer();
      if (answer.status !== 202) throw new Error(`asked for 1,000 orders: ${answer.status}`);
      return performance.now() - asked;
    };
    const invoices = await p95('/api/invoices?perPage=60');
    const deliveries = await p95('/api/deliveries?perPage=60');
    const failed = await p95('/api/deliveries?state=failed&perPage=60');
    const deep = await p95('/api/deliveries?perPage=60&page=1500');
    const enqueued: number[] = [];
    for (let round = 0; round < 5; round++) enqueued.push(await enqueue(round));
    const on = 'with 100,000 deliveries on record';
    return [
      { name: `invoices, 60 a page, ${on}, p95 (ms)`, measured: invoices, budget: 30 },
      { name: `deliveries, 60 a page, ${on}, p95 (ms)`, measured: deliveries, budget: 30 },
      { name: `failed deliveries, ${on}, p95 (ms)`, measured: failed, budget: 30 },
      { name: `deliveries, page 1,500, ${on}, p95 (ms)`, measured: deep, budget: 30 },
      { name: `1,000 orders asked for, ${on} (ms)`, measured: median(enqueued), budget: 300 },
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
