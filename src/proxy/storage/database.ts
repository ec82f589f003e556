import { Kysely, Migrator } from 'kysely';
import { migrations } from './migrations/all.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** The file of a `sqlite:` address, null for `sqlite::memory:`. Throws one sentence for an address that we can't open. */
export function sqliteFile(url: string): string | null {
  if (/^postgres(ql)?:/.test(url)) {
    throw new Error('DATABASE_URL: Postgres is not supported yet; use sqlite:./path/to/file.db');
  }
  const file = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (file === '') {
    throw new Error('DATABASE_URL must look like sqlite:./path/to/file.db or sqlite::memory:');
  }
  return file === ':memory:' ? null : file;
}

/**
 * Opens the database and brings its tables up to date. The file and its folder are made where they
 * are missing, readable by the owner alone. Close it with `destroy()`.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: sqliteDialect(sqliteFile(url)) });
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await database.destroy();
    throw error;
  }
  return database;
}
