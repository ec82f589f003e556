import { Kysely, Migrator } from 'kysely';
import { addressOf, type PostgresAddress } from './address.ts';
import { migrations } from './migrations/all.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

export type Database = Kysely<Schema>;

/**
 * Opens the database and brings its tables up to date. A SQLite file and its folder are made where they
 * are missing, readable by the owner alone. Close it with `destroy()`. Throws one sentence for an address that
 * makes no sense, and for a Postgres that can't be used.
 */
export async function openDatabase(url: string): Promise<Database> {
  const address = addressOf(url);
  return address.engine === 'postgres' ? openPostgres(address) : openSqlite(address.file);
}

async function openPostgres({ url, place }: PostgresAddress): Promise<Database> {
  // Loaded where it is used: idle, memory is what a small machine lacks first.
  const { postgresDialect, connectionFault } = await import('./postgres.ts');
  const migrating = new Kysely<Schema>({ dialect: postgresDialect(url, { patient: true }) });
  try {
    await migrate(migrating);
  } catch (error) {
    const sentence = `DATABASE_URL: Postgres at ${place} can't be used: ${connectionFault(error)}.`;
    throw new Error(sentence, { cause: error });
  } finally {
    await migrating.destroy();
  }
  return new Kysely<Schema>({ dialect: postgresDialect(url, { patient: false }) });
}

async function openSqlite(file: string | null): Promise<Database> {
  const database = new Kysely<Schema>({ dialect: sqliteDialect(file) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

/** Of several processes that start at once one makes the tables, and the others find them. */
async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
