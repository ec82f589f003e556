/**
 * A real Postgres for the tests, the bench and whoever else asks: its programs are found in `POSTGRES_BIN`, on the
 * PATH or where Debian puts them. Run as a script it installs them where there are none, or says in one line what to install.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';

const debianFolder = '/usr/lib/postgresql';

const howToInstall =
  'The tests need a Postgres that they start themselves: install PostgreSQL 14 or later, or name the folder of its programs in POSTGRES_BIN=/path/to/bin.';

/** The folder of Postgres's programs, or null. */
export function findPostgres(): string | null {
  const folders = [
    process.env.POSTGRES_BIN ?? '',
    ...(process.env.PATH ?? '').split(delimiter),
    ...versionsIn(debianFolder).map((version) => join(debianFolder, version, 'bin')),
  ];
  const programs = ['postgres', 'initdb'];
  const has = (folder: string) => programs.every((program) => isExecutable(join(folder, program)));
  return folders.find((folder) => folder !== '' && has(folder)) ?? null;
}

function versionsIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort((one, other) => Number(other) - Number(one));
  } catch {
    // Debian's folder is missing wherever Postgres, or Debian, is.
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // not there, or not ours to run
    return false;
  }
}

export interface RunningPostgres {
  /** Of a database that is there from the start, as a user who may make others. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Runs until its standard input ends: then whoever started it is done or gone, however he went, and nothing in the
 * folder is worth keeping.
 */
const keeper = `
(
  "$1/initdb" -D "$2/data" -U desk -A scram-sha-256 --pwfile="$2/password" -E UTF8 --locale=C --no-sync >"$2/initdb" ||
    exit
  exec "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
    -c max_connections=300 -c shared_buffers=32MB -c fsync=off -c full_page_writes=off
) 2>&1 &
cat >/dev/null
kill -TERM $! && kill -QUIT $!
wait
rm -rf "$2"`;

/**
 * Starts a server of its own on a free port. What it writes outlives any process that writes it, but not the machine:
 * it doesn't wait for the disk.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const bin = findPostgres();
  if (bin === null) throw new Error(howToInstall);
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(folder, 'password'), password);
  if (user !== null)
    for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid);
  const port = String(await freePort());
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', bin, folder, port], {
    ...user,
    cwd: folder,
    // Not in our group: what interrupts us must not interrupt the tidying up.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const url = `postgres://desk:${password}@127.0.0.1:${port}/postgres`;
  while (!(await answers(url))) {
    // Its output ends when it does; until then it refuses while it is not up yet.
    if (!child.stdout.readableEnded) continue;
    await stop();
    throw new Error(`Postgres did not start: ${said}`);
  }
  return { url, stop };
}

/** Postgres refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const name = ['postgres', 'nobody'].find((each) => spawnSync('id', [each]).status === 0);
  if (name === undefined)
    throw new Error('Postgres must not run as root, and there is no "nobody".');
  const idOf = (which: string) => Number(execFileSync('id', [which, name], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    // not yet
    await after(30);
    return false;
  }
}

function install(): void {
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit' }).status === 0;
  if (process.getuid?.() !== 0 || !run('--version')) return;
  run('update');
  run('install', '--yes', '--no-install-recommends', 'postgresql');
}

if (import.meta.main) {
  if (findPostgres() === null) install();
  const found = findPostgres();
  process.stdout.write(`${found === null ? howToInstall : `Postgres for the tests: ${found}`}\n`);
  if (found === null) process.exitCode = 1;
}
