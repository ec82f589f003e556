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

/** A store's pump at one delivery; `meddle` happens after each of its statements, with what that was. */
async function openPump(
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
  const pace = createRateLimiter({ now, wait: async () => {} });
  const rate = { limit: 120, remaining: 50, resetAt: now() + 60_000 };
  pace.mergeRemote(demoStoreId, { ...rate, browsedAt: 0, refusedAt: 0 });
  const sent: string[] = [];
  const pump = createStoreWorker(
    {
      database: between,
      leases: createQueueLeases({ database, pace, owner, now }),
      pace,
      owner,
      now,
      send: (claimed, permit) => {
        sent.push(claimed.id);
        return send(claimed, permit);
      },
      log: { error: () => {} },
      inTurn: (doing) => doing(),
      turned: () => {},
    },
    demoStoreId,
  );
  return {
    pump,
    id,
    sent,
    deliveryOf,
    /** How many calls may leave; fifty where none has. */
    remaining: () => pace.snapshot(demoStoreId)?.remaining,
    putBack: () => database.updateTable('deliveries').set({ state: 'queued' }).execute(),
    turn: async () => {
      pump.turn();
      await pump.settled();
    },
  };
}

describe('leave for a call', () => {
  it('is given back where the delivery was taken back meanwhile', async () => {
    const { turn, remaining, sent } = await openPump(async (kind, database) => {
      if (kind !== 'SelectQueryNode') return;
      await database.updateTable('deliveries').set({ state: 'canceled' }).execute();
    });
    await turn();
    expect([sent, remaining()]).toEqual([[], 50]);
  });

  it('is given back where the claim fails', async () => {
    const { turn, remaining, sent, deliveryOf, id } = await openPump(async (kind) => {
      if (kind === 'UpdateQueryNode') throw new Error('the answer was lost');
    });
    await turn();
    expect([sent, remaining()]).toEqual([[], 50]);
    expect((await deliveryOf(id)).state).toBe('sending');
  });
});

describe('a pump', () => {
  it('is at a newer claim of the same delivery, though what came of the older is known later', async () => {
    const older = Promise.withResolvers<SendOutcome>();
    const newer = Promise.withResolvers<SendOutcome>();
    const { pump, id, sent, putBack } = await openPump(
      async () => {},
      ({ claim }) => (claim === 1 ? older : newer).promise,
    );
    pump.turn();
    await expect.poll(() => sent).toHaveLength(1);
    await putBack();
    pump.turn();
    await expect.poll(() => sent).toHaveLength(2);
    older.resolve({ outcome: 'sent', message: null });
    await expect.poll(() => pump.isAt({ id, claim: 1 })).toBe(false);
    expect(pump.isAt({ id, claim: 2 })).toBe(true);
    newer.resolve({ outcome: 'sent', message: null });
    await pump.settled();
    expect(pump.isAt({ id, claim: 2 })).toBe(false);
  });

  it('may be at a lost claim only while it makes one', async () => {
    const said: [string, boolean][] = [];
    const lost = { id: 'lost', claim: 1 };
    const { pump, turn, sent } = await openPump(async (kind) => {
      said.push([kind, pump.isAt(lost)]);
    });
    await turn();
    expect(sent).toHaveLength(1);
    expect(said.slice(0, 2)).toEqual([
      ['SelectQueryNode', false],
      ['UpdateQueryNode', true],
    ]);
    expect(pump.isAt(lost)).toBe(false);
  });
});
