import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { deriveKey, loadSecretKey } from './secretKey.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'secret-')), 'desk.db');
const load = (file: string) =>
  loadSecretKey({ secretKey: undefined, databaseUrl: `sqlite:${file}` });

it('is the one that is set', () => {
  expect(loadSecretKey({ secretKey: 'mine', databaseUrl: 'sqlite:./x.db' })).toBe('mine');
});

it('is made once and kept beside the database, for the owner alone', () => {
  const file = newFile();
  const secret = load(file);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(load(file)).toBe(secret);
  expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
  expect(load(newFile())).not.toBe(secret);
});

it('is the same for processes that start at once, and leaves nothing else behind', async () => {
  const file = newFile();
  const script = `
    const { loadSecretKey } = await import(${JSON.stringify(new URL('./secretKey.ts', import.meta.url).href)});
    process.stdout.write(loadSecretKey({ secretKey: undefined, databaseUrl: ${JSON.stringify(`sqlite:${file}`)} }));
  `;
  const run = () =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  const outputs = await Promise.all([run(), run(), run()]);
  expect(new Set(outputs.map(({ stdout }) => stdout))).toEqual(new Set([load(file)]));
  expect(readdirSync(join(file, '..'))).toEqual(['desk.db.key']);
});

it('that was damaged stops the start, and is not replaced', () => {
  const file = newFile();
  writeFileSync(`${file}.key`, 'short');
  expect(() => load(file)).toThrow(/is damaged/);
  expect(() => load(file)).toThrow(/is damaged/);
});

it('gives each purpose a key of its own', () => {
  expect(deriveKey('secret', 'tokens')).toHaveLength(32);
  expect(deriveKey('secret', 'tokens')).toEqual(deriveKey('secret', 'tokens'));
  expect(deriveKey('secret', 'tokens')).not.toEqual(deriveKey('secret', 'sessions'));
});
