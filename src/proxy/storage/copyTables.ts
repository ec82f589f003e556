import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** Every table, what others refer to before what refers to it. */
const tables = Object.keys({
  stores: true,
  store_tokens: true,
  store_queues: true,
  known_orders: true,
  staff: true,
  sessions: true,
  batches: true,
  deliveries: true,
  skipped_orders: true,
  idempotency_keys: true,
  invoice_creations: true,
  created_invoices: true,
  webhook_receipts: true,
  installations: true,
} satisfies Record<keyof Schema, true>);

type Row = Record<string, unknown>;

const rowsPerStatement = 500;

/**
 * Copies everything from SQLite into an empty database, or nothing; how many rows that are. Nobody else may be at work
 * on either. Throws where there is something in it already.
 */
export async function copyDatabase(sqlite: Database, to: Database): Promise<number> {
  return sqlite.transaction().execute((source) =>
    to.transaction().execute(async (target) => {
      let copied = 0;
      for (const table of tables) {
        if (await hasRows(target, table)) {
          throw new Error('There is a record in that database already: nothing was copied.');
        }
        for (let offset = 0; ; offset += rowsPerStatement) {
          const rows = await readRows(source, table, offset);
          await writeRows(target, table, rows);
          copied += rows.length;
          if (rows.length < rowsPerStatement) break;
        }
      }
      return copied;
    }),
  );
}

async function hasRows(database: Database, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(database);
  return rows.length > 0;
}

async function readRows(sqlite: Database, table: string, offset: number): Promise<Row[]> {
  const asked = sql<Row>`select * from ${sql.table(table)}
    order by rowid limit ${rowsPerStatement} offset ${offset}`;
  return (await asked.execute(sqlite)).rows;
}

async function writeRows(database: Database, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const values = rows.map((row) => sql`(${sql.join(columns.map((name) => row[name]))})`);
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(
    database,
  );
}
