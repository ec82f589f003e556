import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import {
  fixedClock,
  installedTokens,
  proxyOn,
  startSandbox,
  storeId,
} from '../../testing/connectedStore.ts';
import { newPostgres, newSqlite } from '../../testing/postgres.ts';
import { openGate } from '../../testing/tcpGate.ts';
import type { TransportRequest } from '../client/transport.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const isRefresh = (request: TransportRequest) => request.url.endsWith('/oauth2/token');

const closing: Array<() => unknown> = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A database that can be made to fail, and two addresses of it: one that fails then, and one that doesn't. */
interface Troubled {
  url: string;
  otherUrl: string;
  fail(): Promise<void>;
  mend(): Promise<void>;
}

async function lockedSqlite(): Promise<Troubled> {
  const url = await newSqlite();
  const other = new DatabaseSync(url.slice('sqlite:'.length));
  closing.push(() => other.close());
  const run = async (statement: string) => other.exec(statement);
  return {
    url,
    otherUrl: url,
    fail: () => run('begin immediate'),
    mend: () => run('rollback'),
  };
}

async function cutOffPostgres(): Promise<Troubled> {
  const otherUrl = await newPostgres();
  const gate = await openGate(otherUrl);
  closing.push(() => gate.shut());
  return {
    url: gate.url,
    otherUrl,
    fail: gate.shut,
    mend: async () => {
      await gate.reopen();
    },
  };
}

/** A proxy whose pair has ended, and whose database fails from just before Salla's answer to the refresh on. */
async function openTroubled(troubled: Troubled) {
  const clock = fixedClock();
  const sandbox = startSandbox(clock);
  const proxy = await proxyOn(sandbox, clock, {
    databaseUrl: troubled.url,
    between: async (request, onward) => {
      const answer = await onward(request);
      if (isRefresh(request)) await troubled.fail();
      return answer;
    },
  });
  closing.push(() => proxy.tokens.close(0));
  const wish = { expiresInSeconds: 600 };
  await proxy.tokens.save(storeId, installedTokens(sandbox, clock, wish));
  clock.pass(11 * minute);
  const told = () => JSON.stringify(proxy.logged);
  return { clock, sandbox, proxy, told };
}

describe.each([
  { trouble: 'SQLite is locked', open: lockedSqlite },
  { trouble: 'Postgres is cut off', open: cutOffPostgres },
])('a refreshed pair, while $trouble', { timeout: 30_000 }, ({ open }) => {
  it('is used from memory, and written once that is over, after one refresh in all', async () => {
    const troubled = await open();
    const { clock, sandbox, proxy, told } = await openTroubled(troubled);
    const { token } = await proxy.tokens.accessToken(storeId);
    await troubled.mend();
    const other = await proxyOn(sandbox, clock, { databaseUrl: troubled.otherUrl });
    const found = async () => (await other.tokens.accessToken(storeId).catch(() => null))?.token;
    await expect.poll(found, { timeout: 15_000 }).toBe(token);
    await other.client.listInvoices(storeId, { page: 1, perPage: 15 });
    await proxy.client.listInvoices(storeId, { page: 1, perPage: 15 });
    expect([proxy.refreshes(), other.refreshes()]).toEqual([1, 0]);
    expect(told()).not.toContain(token);
    expect(told()).not.toMatch(/ory_/);
  });
});

describe('a refreshed pair that Postgres could not take', { timeout: 30_000 }, () => {
  it('is waited for when the process stops', async () => {
    const troubled = await cutOffPostgres();
    const { clock, sandbox, proxy } = await openTroubled(troubled);
    const { token } = await proxy.tokens.accessToken(storeId);
    const closed = proxy.tokens.close(20_000);
    await troubled.mend();
    await closed;
    const other = await proxyOn(sandbox, clock, { databaseUrl: troubled.otherUrl });
    expect((await other.tokens.accessToken(storeId)).token).toBe(token);
  });

  it('is not waited for without end, and the store that is lost is named', async () => {
    const troubled = await cutOffPostgres();
    const { proxy, told } = await openTroubled(troubled);
    await proxy.tokens.accessToken(storeId);
    await proxy.tokens.close(0);
    expect(told()).toMatch(new RegExp(`${storeId}.+refreshed tokens are lost`));
    expect(told()).not.toMatch(/ory_/);
    await troubled.mend();
  });

  it('is written even after two minutes, though another process is about to refresh by then', async () => {
    const troubled = await cutOffPostgres();
    const { clock, sandbox, proxy } = await openTroubled(troubled);
    const { token } = await proxy.tokens.accessToken(storeId);
    clock.pass(3 * minute);
    let other: Awaited<ReturnType<typeof proxyOn>> | undefined;
    const isWritten = async () => {
      const row = await other?.database
        .selectFrom('store_tokens')
        .select('refresh_sent_at')
        .executeTakeFirst();
      return row?.refresh_sent_at === null;
    };
    const patient = {
      ...clock,
      wait: async (ms: number) => {
        await clock.wait(ms);
        await troubled.mend();
        await expect.poll(isWritten).toBe(true);
      },
    };
    other = await proxyOn(sandbox, patient, { databaseUrl: troubled.otherUrl });
    expect((await other.tokens.accessToken(storeId)).token).toBe(token);
    expect([proxy.refreshes(), other.refreshes()]).toEqual([1, 0]);
  });

  it('gives way to that of an install meanwhile', async () => {
    const troubled = await cutOffPostgres();
    const { clock, sandbox, proxy } = await openTroubled(troubled);
    await proxy.tokens.accessToken(storeId);
    const other = await proxyOn(sandbox, clock, { databaseUrl: troubled.otherUrl });
    const newest = installedTokens(sandbox, clock);
    await other.tokens.save(storeId, newest);
    await troubled.mend();
    await proxy.tokens.close(20_000);
    for (const { tokens } of [proxy, other]) {
      expect((await tokens.accessToken(storeId)).token).toBe(newest.accessToken);
    }
  });
});

describe('a refreshed pair that a full SQLite could not take', () => {
  it('is written once there is room, and used meanwhile', async () => {
    const clock = fixedClock();
    const sandbox = startSandbox(clock);
    const long = 'long'.repeat(20_000);
    const databaseUrl = await newSqlite();
    const proxy = await proxyOn(sandbox, clock, {
      databaseUrl,
      between: async (request, onward) => {
        const answer = await onward(request);
        if (!isRefresh(request)) return answer;
        return { ...answer, body: JSON.stringify({ access_token: long, refresh_token: 'r' }) };
      },
    });
    await proxy.tokens.save(storeId, installedTokens(sandbox, clock));
    clock.pass(13.5 * day);
    const pages = sql<{ page_count: number }>`pragma page_count`;
    const used = (await pages.execute(proxy.database)).rows[0]?.page_count ?? 0;
    await sql.raw(`pragma max_page_count = ${used}`).execute(proxy.database);
    const sent = async () =>
      (await proxy.database.selectFrom('store_tokens').selectAll().executeTakeFirst())
        ?.refresh_sent_at;
    for (let call = 0; call < 3; call++) {
      expect((await proxy.tokens.accessToken(storeId)).token).toBe(long);
    }
    expect(await sent()).not.toBeNull();
    expect(JSON.stringify(proxy.logged)).not.toContain(long);
    await sql.raw(`pragma max_page_count = ${used + 1000}`).execute(proxy.database);
    await proxy.tokens.close(10_000);
    expect(await sent()).toBeNull();
    const other = await proxyOn(sandbox, clock, { databaseUrl });
    expect((await other.tokens.accessToken(storeId)).token).toBe(long);
    expect([proxy.refreshes(), other.refreshes()]).toEqual([1, 0]);
  });
});
