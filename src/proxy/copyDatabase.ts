import { existsSync } from 'node:fs';
import { addressOf } from './storage/address.ts';
import { copyDatabase } from './storage/copyTables.ts';
import { openDatabase } from './storage/database.ts';

/**
 * Moves the record: copies a SQLite file into the empty Postgres of DATABASE_URL, as
 * `DATABASE_URL=postgres://… node src/proxy/copyDatabase.ts sqlite:./data/invoice-desk.db`. No proxy may run on either.
 */
async function copy(from: string, to: string): Promise<string> {
  const [source, target] = [addressOf(from), addressOf(to)];
  if (source.engine !== 'sqlite' || source.file === null || target.engine !== 'postgres') {
    throw new Error('Name the SQLite file that is copied, and in DATABASE_URL the Postgres.');
  }
  if (!existsSync(source.file)) throw new Error(`There is no ${source.file}.`);
  await using opened = new AsyncDisposableStack();
  const sqlite = opened.adopt(await openDatabase(from), (database) => database.destroy());
  const postgres = opened.adopt(await openDatabase(to), (database) => database.destroy());
  const rows = await copyDatabase(sqlite, postgres);
  return `${rows} rows were copied to ${target.place}. The secret in ${source.file}.key has to be its SECRET_KEY.`;
}

try {
  const said = await copy(process.argv[2] ?? '', process.env.DATABASE_URL ?? '');
  process.stdout.write(`${said}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
