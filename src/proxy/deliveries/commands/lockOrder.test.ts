import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../storage/database.ts';
import { deleteOldDeliveries } from '../../storage/deleteOldDeliveries.ts';
import { deleteStoreData } from '../../storage/deleteStoreData.ts';
import { lockStoreRow } from '../../storage/stores.ts';
import { openOrders } from '../../testing/orders.ts';
import { newPostgres } from '../../testing/postgres.ts';
import { demoStoreId } from '../../testing/testApp.ts';
import { cancelBatch, setPaused } from './batchCommands.ts';

/** A store with ten orders queued as one batch. */
async function openQueued() {
  const databaseUrl = await newPostgres();
  const { desk, staff, orderIds } = await openOrders({ databaseUrl });
  const orders = orderIds.slice(0, 10).map((orderId) => ({ orderId }));
  const { batchId } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
  const watching = await openDatabase(databaseUrl);
  return { desk, staff, batchId, waiting: () => countWaiting(watching) };
}

async function countWaiting(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`.execute(database);
  return rows[0]?.count ?? 0;
}

const onceItIs = { timeout: 10_000, interval: 5 };

it.each([
  ['cancels', (database: Database, id: string) => cancelBatch(database, id, 1)],
  ['pauses', (database: Database, id: string) => setPaused(database, id, 1)],
])(
  'an uninstall and whoever %s a batch wait for each other in one order',
  async (_what, change) => {
    const { desk, batchId, waiting } = await openQueued();
    const { database } = desk;
    const both = await database.transaction().execute(async (transaction) => {
      // Part of the batch is locked, so that both run at once.
      await transaction
        .updateTable('deliveries')
        .set(({ ref }) => ({ attempts: ref('attempts') }))
        .where('position', '=', 5)
        .execute();
      const forgotten = database
        .transaction()
        .execute((uninstall) => deleteStoreData(uninstall, demoStoreId));
      await vi.waitFor(async () => expect(await waiting()).toBe(1), onceItIs);
      const changed = change(database, batchId);
      await vi.waitFor(async () => expect(await waiting()).toBe(2), onceItIs);
      return { ended: Promise.allSettled([forgotten, changed]) };
    });
    const ended = await both.ended;
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  },
);

it('old deliveries are deleted only while no enqueue refers to them', async () => {
  const { desk, batchId, staff, waiting } = await openQueued();
  await staff.post(`/api/deliveries/batches/${batchId}/cancel`);
  const count = async () =>
    (await desk.database.selectFrom('deliveries').select('id').execute()).length;
  const removed = await desk.database.transaction().execute(async (transaction) => {
    await lockStoreRow(transaction, demoStoreId);
    const years = 2 * 365 * 24 * 3600_000;
    const ended = deleteOldDeliveries(desk.database, desk.now() + years);
    await vi.waitFor(async () => expect(await waiting()).toBe(1), onceItIs);
    expect(await count()).toBe(10);
    return { ended };
  });
  await removed.ended;
  expect(await count()).toBe(0);
});
