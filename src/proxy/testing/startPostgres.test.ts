import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Starts one in another process, which runs until it is killed. */
function startElsewhere(environment: Record<string, string> = {}) {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(new URL('./startPostgres.ts', import.meta.url).href)});
    process.stdout.write((await startPostgres()).url);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...environment },
  });
  closing.push(() => child.kill('SIGKILL'));
  return child;
}

async function folderOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('show data_directory');
  await client.end();
  return join(rows[0].data_directory, '..');
}

describe('the Postgres of the tests', { timeout: 30_000 }, () => {
  it('ends with the process that started it, and so does its folder', async () => {
    const child = startElsewhere();
    const [url] = await once(child.stdout, 'data');
    const folder = await folderOf(String(url));
    expect(existsSync(folder)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
    await expect(folderOf(String(url))).rejects.toThrow('ECONNREFUSED');
  });

  it('that can’t start says why and leaves nothing', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'no-postgres-'));
    closing.push(() => rmSync(bin, { recursive: true }));
    chmodSync(bin, 0o777);
    for (const program of ['postgres', 'initdb']) {
      writeFileSync(join(bin, program), '#!/bin/sh\necho no luck today >&2\nexit 1\n', {
        mode: 0o755,
      });
    }
    const { stderr } = startElsewhere({ POSTGRES_BIN: bin, TMPDIR: bin });
    let said = '';
    stderr.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    await once(stderr, 'close');
    expect(said).toContain('Postgres did not start: no luck today');
    expect(readdirSync(bin).toSorted()).toEqual(['initdb', 'postgres']);
  });
});
