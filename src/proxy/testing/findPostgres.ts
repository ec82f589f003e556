/**
 * Finds Postgres for the tests: in `POSTGRES_BIN`, on the PATH or in Debian's folder. Run as a
 * script it installs Postgres if it is missing, or says in one line what to install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const debianFolder = '/usr/lib/postgresql';

export const howToInstall =
  'The tests need a Postgres that they start themselves: install PostgreSQL 14 or later, or name the folder of its programs in POSTGRES_BIN=/path/to/bin.';

/** The folder with Postgres's programs, or null. */
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
    // Without Postgres, or on another system, Debian's folder is missing.
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // missing, or not executable by us
    return false;
  }
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !run('apt-get', '--version')) return;
  run('apt-get', 'update');
  run('apt-get', 'install', '--yes', '--no-install-recommends', 'postgresql');
}

if (import.meta.main) {
  if (findPostgres() === null) install();
  const found = findPostgres();
  process.stdout.write(`${found === null ? howToInstall : `Postgres for the tests: ${found}`}\n`);
  if (found === null) process.exitCode = 1;
}
