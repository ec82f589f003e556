import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

export interface Engine {
  engine: string;
  /** The address of a new, empty database, gone after the tests of the file. */
  newUrl(): Promise<string>;
}

/** What the record is kept in: what matters is tested on each, by `describe.each(engines)`. */
export const engines: Engine[] = [
  { engine: 'SQLite', newUrl: newSqlite },
  { engine: 'Postgres', newUrl: newPostgres },
];

const tidying: Array<() => Promise<void>> = [];
afterAll(async () => {
  for (const tidy of tidying.splice(0)) await tidy();
});

/** A file that several processes can share. */
export async function newSqlite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  tidying.push(async () => rmSync(folder, { recursive: true, force: true }));
  return `sqlite:${join(folder, 'desk.db')}`;
}

/** A database on the one server of this run, which starts when it is asked for first. */
export async function newPostgres(): Promise<string> {
  const answer = await fetch(inject('postgres'));
  const server = await answer.text();
  if (!answer.ok) throw new Error(server);
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`;
  await run(server, `create database ${name}`);
  tidying.push(() => run(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
