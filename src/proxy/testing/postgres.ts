import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';

export interface Engine {
  engine: string;
  /** The URL of a new, empty database, deleted after the file's tests. */
  newUrl(): Promise<string>;
}

/** The databases. Important behavior is tested on each with `describe.each(engines)`. */
export const engines: Engine[] = [
  { engine: 'SQLite', newUrl: newSqlite },
  { engine: 'Postgres', newUrl: newPostgres },
];

const folders: string[] = [];
const databases: string[] = [];

const patienceMs = 60_000;

// Starting Postgres doesn't count toward a test's timeout.
beforeAll(async () => {
  await server();
}, patienceMs);

afterAll(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  const statements = databases.splice(0).map((name) => `drop database ${name} with (force)`);
  if (statements.length > 0) await run(await server(), ...statements);
}, patienceMs);

/** A SQLite file that several processes can share. */
export async function newSqlite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  folders.push(folder);
  return `sqlite:${join(folder, 'desk.db')}`;
}

/** A database on this run's server, which starts on first use. */
export async function newPostgres(): Promise<string> {
  const url = new URL(await server());
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`;
  await run(url.href, `create database ${name}`);
  databases.push(name);
  url.pathname = name;
  return url.href;
}

async function server(): Promise<string> {
  const answer = await fetch(inject('postgres'));
  const said = await answer.text();
  if (!answer.ok) throw new Error(said);
  return said;
}

async function run(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
