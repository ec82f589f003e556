import { expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { deleteOldCreations } from './invoiceCreations.ts';
import { deleteStore, upsertStore } from './stores.ts';

it('what was asked for a day ago is forgotten, and everything with its store', async () => {
  const database = await openDatabase('sqlite::memory:');
  const now = Date.parse('2026-03-10T09:00:00Z');
  const hour = 60 * 60 * 1000;
  await upsertStore(database, { id: 7, name: null, at: 0 });
  const row = { store_id: 7, request_hash: 'x', known_before: null, answer: null };
  const unclaimed = { lease_owner: null, lease_until: null };
  for (const hours of [1, 23, 24, 100]) {
    const values = { ...row, ...unclaimed, key: `${hours} h`, begun_at: now - hours * hour };
    await database.insertInto('invoice_creations').values(values).execute();
  }
  const kept = async () => {
    const rows = await database.selectFrom('invoice_creations').select('key').execute();
    return rows.map(({ key }) => key).sort();
  };
  await deleteOldCreations(database, now);
  expect(await kept()).toEqual(['1 h', '23 h']);
  await deleteStore(database, 7);
  expect(await kept()).toEqual([]);
});
