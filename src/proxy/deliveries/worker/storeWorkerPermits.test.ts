import pLimit from 'p-limit';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../salla/client/types.ts';
import { createRateLimiter } from '../../salla/rateLimit/rateLimiter.ts';
import { type Database, openDatabase } from '../../storage/database.ts';
import { openOrders } from '../../testing/orders.ts';
import { newSqlite } from '../../testing/postgres.ts';
import { demoStoreId } from '../../testing/testApp.ts';
import { createQueueLeases } from './queueLeases.ts';
import type { Send } from './sender.ts';
import { createStoreWorker } from './storeWorker.ts';

const owner = 'here/1/a';

const sentAtOnce: Send = async () => ({ outcome: 'sent', message: null });

/** A store's worker with one delivery; `meddle` runs after each of its statements, with the statement's kind. */
async function openWorker(
  meddle: (kind: string, database: Database) => Promise<unknown>,
  send = sentAtOnce,
) {
  const databaseUrl = await newSqlite();
  const { desk, resend, deliveryOf } = await openOrders({ databaseUrl });
  await desk.dispatcher.stop();
  const { database, now } = desk;
  const id = await resend();
  let kind = '';
  const between = (await openDatabase(databaseUrl)).withPlugin({
    transformQuery: ({ node }) => {
      kind = node.kind;
      return node;
    },
    async transformResult({ result }) {
      await meddle(kind, database);
      return result;
    },
  });
  const rateLimiter = createRateLimiter({ now, wait: async () => {} });
  const rate = { limit: 120, remaining: 50, resetAt: now() + 60_000 };
  rateLimiter.mergeRemote(demoStoreId, { ...rate, browsedAt: 0, refusedAt: 0 });
  const sent: string[] = [];
  const worker = createStoreWorker(
    {
      database: between,
      leases: createQueueLeases({ database, rateLimiter, owner, now }),
      rateLimiter,
      owner,
      now,
      send: (claimed, permit) => {
        sent.push(claimed.id);
        return send(claimed, permit);
      },
      log: { error: () => {} },
      limit: pLimit(1),
      onRun: () => {},
    },
    demoStoreId,
  );
  return {
    worker,
    id,
    sent,
    deliveryOf,
    /** How many calls may leave; fifty at the start. */
    remaining: () => rateLimiter.snapshot(demoStoreId)?.remaining,
    putBack: () => database.updateTable('deliveries').set({ state: 'queued' }).execute(),
    run: async () => {
      worker.run();
      await worker.settled();
    },
  };
}

describe('the permit of a call', () => {
  it('is returned if the delivery was canceled meanwhile', async () => {
    const { run, remaining, sent } = await openWorker(async (kind, database) => {
      if (kind !== 'SelectQueryNode') return;
      await database.updateTable('deliveries').set({ state: 'canceled' }).execute();
    });
    await run();
    expect([sent, remaining()]).toEqual([[], 50]);
  });

  it('is returned if the claim fails', async () => {
    const { run, remaining, sent, deliveryOf, id } = await openWorker(async (kind) => {
      if (kind === 'UpdateQueryNode') throw new Error('the answer was lost');
    });
    await run();
    expect([sent, remaining()]).toEqual([[], 50]);
    expect((await deliveryOf(id)).state).toBe('sending');
  });
});

describe('a store worker', () => {
  it('owns a newer claim of the same delivery although the older one ends later', async () => {
    const older = Promise.withResolvers<SendOutcome>();
    const newer = Promise.withResolvers<SendOutcome>();
    const { worker, id, sent, putBack } = await openWorker(
      async () => {},
      ({ claim }) => (claim === 1 ? older : newer).promise,
    );
    worker.run();
    await expect.poll(() => sent).toHaveLength(1);
    await putBack();
    worker.run();
    await expect.poll(() => sent).toHaveLength(2);
    older.resolve({ outcome: 'sent', message: null });
    await expect.poll(() => worker.owns({ id, claim: 1 })).toBe(false);
    expect(worker.owns({ id, claim: 2 })).toBe(true);
    newer.resolve({ outcome: 'sent', message: null });
    await worker.settled();
    expect(worker.owns({ id, claim: 2 })).toBe(false);
  });

  it('may own an unknown claim only while it makes one', async () => {
    const said: [string, boolean][] = [];
    const lost = { id: 'lost', claim: 1 };
    const { worker, run, sent } = await openWorker(async (kind) => {
      said.push([kind, worker.owns(lost)]);
    });
    await run();
    expect(sent).toHaveLength(1);
    expect(said.slice(0, 2)).toEqual([
      ['SelectQueryNode', false],
      ['UpdateQueryNode', true],
    ]);
    expect(worker.owns(lost)).toBe(false);
  });
});
