import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addressOf } from './address.ts';

export const secretKeyMissing =
  'SECRET_KEY is missing, though DATABASE_URL names Postgres: every proxy on it needs the same one.';

/**
 * The secret that seals tokens and signs sessions: SECRET_KEY where it is set, else one that is made
 * once and kept beside the SQLite file, for the owner alone. A database in memory gets a passing one; with
 * Postgres it must be set, for all who share the database share the secret.
 */
export function loadSecretKey(settings: {
  secretKey: string | undefined;
  databaseUrl: string;
}): string {
  if (settings.secretKey !== undefined) return settings.secretKey;
  const address = addressOf(settings.databaseUrl);
  if (address.engine === 'postgres') throw new Error(secretKeyMissing);
  const { file } = address;
  if (file === null) return newSecret();
  return readSecret(`${file}.key`) ?? keepSecret(`${file}.key`);
}

/** A 32-byte key for one purpose, so that no two uses of the secret share a key (HKDF-SHA256). */
export function deriveKey(secretKey: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey, '', `invoice-desk ${purpose}`, 32));
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret.length < 32) {
      throw new Error(`${path} is damaged: restore it, or delete it and connect the stores again`);
    }
    return secret;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes whole, then links: of several processes that start at once one wins, and all read the winner's. */
function keepSecret(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, newSecret(), { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  const secret = readSecret(path);
  if (secret === null) throw new Error(`${path} vanished while it was being made`);
  return secret;
}
