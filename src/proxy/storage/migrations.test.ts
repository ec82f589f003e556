import { Kysely, Migrator, sql } from 'kysely';
import { expect, it } from 'vitest';
import { engines } from '../testing/postgres.ts';
import { addressOf } from './address.ts';
import { migrations } from './migrations/all.ts';
import { postgresDialect } from './postgres.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/** A database as it was once the migration of that name had run, and how to run the ones after it. */
async function openAsOf(url: string, name: string) {
  const address = addressOf(url);
  const dialect =
    address.engine === 'postgres'
      ? postgresDialect(address.url, { patient: true })
      : sqliteDialect(address.file);
  const db = new Kysely<Schema>({ dialect });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const asOf = await migrator.migrateTo(name);
  if (asOf.error !== undefined) throw asOf.error;
  const migrate = async () => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  };
  return { db, migrate };
}

it.each(engines)(
  'receipts and installations of before are understood, on $engine',
  async ({ newUrl }) => {
    const { db, migrate } = await openAsOf(await newUrl(), '009-batches');
    const future = Date.parse('2099-01-01T00:00:00Z');
    await sql`insert into webhook_receipts (body_hash, received_at) values ('install', 5)`.execute(
      db,
    );
    await sql`insert into installations (store_id, installed_at, uninstalled_at, uninstalled_by)
      values (1, 1000, 2000, 'uninstall'), (2, 3000, null, null),
        (3, ${future}, ${future}, 'ahead')`.execute(db);
    await migrate();
    const receipts = db.selectFrom('webhook_receipts').selectAll().orderBy('body_hash');
    expect(await receipts.execute()).toEqual([
      { body_hash: 'ahead', received_at: future, event: 'app.uninstalled' },
      { body_hash: 'install', received_at: 5, event: 'app.store.authorize' },
      { body_hash: 'uninstall', received_at: 2000, event: 'app.uninstalled' },
    ]);
    const installations = db.selectFrom('installations').selectAll().orderBy('store_id');
    expect(await installations.execute()).toEqual([
      { store_id: 1, installed_at: 1000, uninstalled_at: 2000, data_deleted_at: 2000 },
      { store_id: 2, installed_at: 3000, uninstalled_at: null, data_deleted_at: null },
      {
        store_id: 3,
        installed_at: null,
        uninstalled_at: null,
        data_deleted_at: expect.any(Number),
      },
    ]);
    await db.destroy();
  },
);
