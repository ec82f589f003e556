import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '../testing/postgres.ts';
import { openDatabase } from './database.ts';
import { deleteStore, findStore, upsertStore } from './stores.ts';
import { upsertStoreTokens } from './storeTokens.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'database-'));
const pair = {
  pair_id: 'a',
  sealed_access: 'sealed',
  sealed_refresh: null,
  scope: 'orders.read_write offline_access',
  expires_at: 5_000_000_000_000,
  refresh_after: 4_000_000_000_000,
};

describe('the database', () => {
  it('makes its folder and its file, for the owner alone', async () => {
    const file = join(newFolder(), 'deep', 'desk.db');
    const database = await openDatabase(`sqlite:${file}`);
    await upsertStore(database, { id: 1, name: null, at: 0 });
    for (const name of ['desk.db', 'desk.db-wal']) {
      expect(statSync(join(file, '..', name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    await database.destroy();
  });

  it('keeps what was written, from one opening to the next', async () => {
    const url = `sqlite:${join(newFolder(), 'desk.db')}`;
    const before = await openDatabase(url);
    await upsertStore(before, { id: 1305146709, name: 'نخيل', at: 1 });
    await before.destroy();
    const after = await openDatabase(url);
    expect(await findStore(after, 1305146709)).toMatchObject({ name: 'نخيل' });
    await after.destroy();
  });

  it('is opened by several at once, and each waits its turn to write', async () => {
    const url = `sqlite:${join(newFolder(), 'desk.db')}`;
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase(url)));
    const writes = databases.map((database, index) =>
      database.transaction().execute(async (transaction) => {
        await upsertStore(transaction, { id: index + 1, name: null, at: 0 });
        await new Promise((resolve) => setImmediate(resolve));
        await upsertStore(transaction, { id: index + 11, name: null, at: 0 });
      }),
    );
    await Promise.all(writes);
    const [database] = databases;
    const rows = await database?.selectFrom('stores').select('id').orderBy('id').execute();
    expect(rows?.map((row) => row.id)).toEqual([1, 2, 3, 11, 12, 13]);
    await Promise.all(databases.map((one) => one.destroy()));
  });

  it('keeps nothing of a transaction that failed', async () => {
    const database = await openDatabase('sqlite::memory:');
    const failed = database.transaction().execute(async (transaction) => {
      await upsertStore(transaction, { id: 1, name: null, at: 0 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await findStore(database, 1)).toBeNull();
  });
});

describe.each(engines)('a store in $engine', ({ newUrl }) => {
  it('is known with its connection and its scopes', async () => {
    const database = await openDatabase(await newUrl());
    expect(await findStore(database, 7)).toBeNull();
    await upsertStore(database, { id: 7, name: 'نخيل', at: 0 });
    expect(await findStore(database, 7)).toMatchObject({ connection: 'none', scopes: [] });
    await upsertStoreTokens(database, 7, pair);
    expect(await findStore(database, 7)).toEqual({
      id: 7,
      name: 'نخيل',
      connection: 'connected',
      scopes: ['orders.read_write', 'offline_access'],
    });
  });

  it('keeps its name where a later install does not say it', async () => {
    const database = await openDatabase(await newUrl());
    await upsertStore(database, { id: 7, name: 'نخيل', at: 0 });
    await upsertStore(database, { id: 7, name: null, at: 1 });
    expect(await findStore(database, 7)).toMatchObject({ name: 'نخيل' });
  });

  it('takes everything of its own with it when it is removed', async () => {
    const database = await openDatabase(await newUrl());
    await upsertStore(database, { id: 7, name: null, at: 0 });
    await upsertStoreTokens(database, 7, pair);
    await deleteStore(database, 7);
    expect(await database.selectFrom('store_tokens').selectAll().execute()).toEqual([]);
  });
});
