import { describe, expect, it } from 'vitest';
import { demoStoreId } from '../desk.testSupport.ts';
import { createPace } from '../salla/pace.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { newSqlite } from '../storage/postgres.testSupport.ts';
import { openOrders } from './orders.testSupport.ts';
import { createPump } from './pump.ts';
import { createQueueLeases } from './queueLeases.ts';

const owner = 'here/1/a';

/** A store's pump at one delivery; `meddle` happens after each of its statements, with what that was. */
async function openPump(meddle: (kind: string, database: Database) => Promise<unknown>) {
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
  const pace = createPace({ now, wait: async () => {} });
  const sent: string[] = [];
  const pump = createPump(
    {
      database: between,
      leases: createQueueLeases({ database, pace, owner, now }),
      pace,
      owner,
      now,
      send: async (claimed) => {
        sent.push(claimed.id);
        return { outcome: 'sent', message: null };
      },
      log: { error: () => {} },
      turned: () => {},
    },
    demoStoreId,
  );
  return {
    pump,
    id,
    sent,
    deliveryOf,
    /** Whether a call may leave: of a store whose limit is unknown there may be one at a time. */
    isFree: () => !('waitMs' in pace.take(demoStoreId, 'interactive')),
    turn: async () => {
      pump.turn();
      await pump.settled();
    },
  };
}

describe('leave for a call', () => {
  it('is given back where the delivery was taken back meanwhile', async () => {
    const { turn, isFree, sent } = await openPump(async (kind, database) => {
      if (kind !== 'SelectQueryNode') return;
      await database.updateTable('deliveries').set({ state: 'canceled' }).execute();
    });
    await turn();
    expect([sent, isFree()]).toEqual([[], true]);
  });

  it('is given back where the claim fails', async () => {
    const { turn, isFree, sent, deliveryOf, id } = await openPump(async (kind) => {
      if (kind === 'UpdateQueryNode') throw new Error('the answer was lost');
    });
    await turn();
    expect([sent, isFree()]).toEqual([[], true]);
    expect((await deliveryOf(id)).state).toBe('sending');
  });
});

describe('a pump', () => {
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
