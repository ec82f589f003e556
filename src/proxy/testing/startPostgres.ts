import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';
import { findPostgres, howToInstall } from './findPostgres.ts';

export interface RunningPostgres {
  /** The URL of the initial database, as a user who may create others. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Runs until its standard input ends: then the process that started it has ended, and nothing in the
 * folder is worth keeping.
 */
const keeper = `
(
  "$1/initdb" -D "$2/data" -U desk -A scram-sha-256 --pwfile="$2/password" -E UTF8 --locale=C --no-sync >"$2/initdb" ||
    exit
  exec "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
    -c max_connections=300 -c shared_buffers=32MB -c fsync=off -c full_page_writes=off
) 2>&1 &
exec >/dev/null
cat >/dev/null
kill -TERM $! && kill -QUIT $!
wait
rm -rf "$2"`;

/**
 * Starts a server on a free port. Its data survives killed processes but not the machine:
 * it doesn't wait for the disk (`fsync=off`).
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const bin = findPostgres();
  if (bin === null) throw new Error(howToInstall);
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const password = randomBytes(16).toString('hex');
  writeFileSync(join(folder, 'password'), password);
  if (user !== null) {
    for (const path of [folder, join(folder, 'password')]) chownSync(path, user.uid, user.gid);
  }
  const port = String(await freePort());
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', bin, folder, port], {
    ...user,
    cwd: folder,
    // In another process group: what interrupts us must not interrupt the cleanup.
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
    // Connections are refused until it is up; its output ends when it does.
    if (!child.stdout.readableEnded) continue;
    await stop();
    throw new Error(`Postgres did not start: ${said}`);
  }
  return { url, stop };
}

/** Postgres refuses to run as root: root runs it as another user. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const name = ['postgres', 'nobody'].find((each) => spawnSync('id', [each]).status === 0);
  if (name === undefined) throw new Error('Postgres refuses to run as root, who is alone here.');
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
