import { execFile } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newPostgres, newSqlite } from '../testing/postgres.ts';
import { openGate } from '../testing/tcpGate.ts';
import { type Database, openDatabase } from './database.ts';
import { findStore, upsertStore } from './stores.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.destroy();
});

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url);
  opened.push(database);
  return database;
}

describe('a database in Postgres', () => {
  it('gives ids, instants and counts as numbers', async () => {
    const database = await open(await newPostgres());
    await upsertStore(database, { id: 9_007_199_254_740_991, name: null, at: 1_773_133_200_000 });
    const { rows } = await sql`select id, connected_at, (select count(*) from stores) as count,
      (select sum(1) from stores) as sum from stores`.execute(database);
    expect(rows).toEqual([
      { id: 9_007_199_254_740_991, connected_at: 1_773_133_200_000, count: 1, sum: 1 },
    ]);
  });

  it('keeps nothing of a transaction that failed', async () => {
    const database = await open(await newPostgres());
    const failed = database.transaction().execute(async (transaction) => {
      await upsertStore(transaction, { id: 1, name: null, at: 0 });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await findStore(database, 1)).toBeNull();
  });

  it('gets its tables once from processes that start at one time', async () => {
    const url = await newPostgres();
    const databases = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    for (const [id, database] of databases.entries()) {
      await upsertStore(database, { id, name: null, at: 0 });
    }
    const stores = await databases[0]?.selectFrom('stores').selectAll().execute();
    expect(stores).toHaveLength(6);
  });
});

describe('a Postgres that goes and comes again', () => {
  it('is used again as soon as it is there', async () => {
    const gate = await openGate(await newPostgres());
    const database = await open(gate.url);
    const ask = () => upsertStore(database, { id: 1, name: 'نخيل', at: 0 });
    for (let round = 0; round < 3; round++) {
      await Promise.all([ask(), ask(), ask()]);
      const cut = sql`select pg_sleep(10)`.execute(database);
      const held = expect(cut).rejects.toThrow();
      await after(50);
      await gate.shut();
      await held;
      await expect(ask()).rejects.toThrow();
      await gate.reopen();
      // A connection that was idle may be found to be broken only now.
      await vi.waitFor(ask);
    }
    expect(await findStore(database, 1)).toMatchObject({ name: 'نخيل' });
    await gate.shut();
  });

  it('costs a transaction that was under way, and nothing after it', async () => {
    const gate = await openGate(await newPostgres());
    const database = await open(gate.url);
    const cut = database.transaction().execute(async (transaction) => {
      await upsertStore(transaction, { id: 1, name: null, at: 0 });
      await gate.shut();
      await upsertStore(transaction, { id: 2, name: null, at: 0 });
    });
    await expect(cut).rejects.toThrow();
    await gate.reopen();
    expect(await findStore(database, 1)).toBeNull();
    await gate.shut();
  });
});

describe('a Postgres that can’t be used', () => {
  const sentenceFor = async (url: string) => {
    const failed = await openDatabase(url).then(
      () => new Error('it was opened'),
      (error: unknown) => error,
    );
    return failed instanceof Error ? failed.message : '';
  };
  const changed = async (change: (url: URL) => void) => {
    const url = new URL(await newPostgres());
    change(url);
    return url;
  };

  it.each<[string, (url: URL) => void, RegExp]>([
    ['is not there', (url) => (url.port = '1'), /ECONNREFUSED/],
    ['refuses the password', (url) => (url.password = 'hush'), /password authentication failed/],
    ['has no such database', (url) => (url.pathname = '/other'), /"other" does not exist/],
    ['has no TLS', (url) => url.searchParams.set('sslmode', 'verify-full'), /SSL/],
  ])('since it %s is told in one sentence without the password', async (_, change, why) => {
    const url = await changed(change);
    const sentence = await sentenceFor(url.href);
    expect(sentence).toMatch(
      /^DATABASE_URL: Postgres at 127\.0\.0\.1:\d+\/\w+ can't be used: .+\.$/,
    );
    expect(sentence).toMatch(why);
    expect(sentence).not.toContain(url.password);
  });
});

it('its driver is loaded only where it is used', async () => {
  const script = `
    const { createRequire } = await import('node:module');
    const { openDatabase } = await import(${JSON.stringify(new URL('./database.ts', import.meta.url).href)});
    await (await openDatabase(process.argv[1])).destroy();
    const loaded = Object.keys(createRequire('/').cache);
    process.stdout.write(String(loaded.some((file) => file.includes('node_modules/pg/'))));
  `;
  const run = async (url: string) => {
    const ran = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, url]);
    return (await ran).stdout;
  };
  expect(await run(await newSqlite())).toBe('false');
  expect(await run(await newPostgres())).toBe('true');
});
