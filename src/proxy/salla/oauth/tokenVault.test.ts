import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  connected,
  fixedClock,
  installedTokens,
  proxyOn,
  startSandbox,
  storeId,
} from '../../testing/connectedStore.ts';
import { engines, newSqlite } from '../../testing/postgres.ts';
import { SallaFailure } from '../client/failure.ts';
import { TransportError, type TransportRequest } from '../client/transport.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const query = { page: 1, perPage: 15 };
const isRefresh = (request: TransportRequest) => request.url.endsWith('/oauth2/token');
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof SallaFailure ? error.code : error),
  );

describe('the token vault', () => {
  it('hands out the token that was saved, and asks Salla nothing', async () => {
    const { clock, sandbox, tokens, refreshes } = await connected();
    const pair = installedTokens(sandbox, clock);
    await tokens.save(storeId, pair);
    expect((await tokens.accessToken(storeId)).token).toBe(pair.accessToken);
    expect(refreshes()).toBe(0);
  });

  it('refreshes ahead of expiry, and Salla takes the new token', async () => {
    const { clock, tokens, client, refreshes } = await connected();
    const { token: before } = await tokens.accessToken(storeId);
    clock.pass(13 * day + minute);
    expect((await tokens.accessToken(storeId)).token).not.toBe(before);
    await client.listInvoices(storeId, query);
    expect(refreshes()).toBe(1);
  });

  it('refreshes once for all calls that found the token refused at the same time', async () => {
    const { clock, sandbox, tokens, client, refreshes } = await connected();
    const ended = installedTokens(sandbox, clock, { expiresInSeconds: -1 });
    await tokens.save(storeId, { ...ended, expiresAt: clock.now() + day });
    const pages = await Promise.all(
      Array.from({ length: 8 }, () => client.listInvoices(storeId, query)),
    );
    expect(pages.map((page) => page.data.length)).toEqual(Array(8).fill(15));
    expect(refreshes()).toBe(1);
    expect(clock.waits).toEqual([]);
    // A second use of the refresh token would have taken the new access token down as well.
    await client.listInvoices(storeId, query);
  });

  it('says that the store has to be reconnected once Salla revoked the chain, until it is', async () => {
    const { clock, sandbox, tokens, client, refreshes } = await connected();
    await sandbox.uninstall();
    expect(await codeOf(client.listInvoices(storeId, query))).toBe('reconnect_store');
    expect(await codeOf(client.listInvoices(storeId, query))).toBe('reconnect_store');
    expect(refreshes()).toBe(1);
    await tokens.save(storeId, installedTokens(sandbox, clock));
    await client.listInvoices(storeId, query);
  });

  it('says that a store is not connected where it has no tokens', async () => {
    const { tokens } = await connected();
    expect(await codeOf(tokens.accessToken(7))).toBe('store_not_connected');
    await tokens.forget(storeId);
    expect(await codeOf(tokens.accessToken(storeId))).toBe('store_not_connected');
  });

  it('takes no token again that was marked as revoked', async () => {
    const { tokens } = await connected();
    await tokens.markRevoked(storeId);
    expect(await codeOf(tokens.accessToken(storeId))).toBe('reconnect_store');
  });

  it('has nothing to refresh with where offline_access was not granted', async () => {
    const { clock, sandbox, tokens, client } = await connected();
    const wish = { scope: 'orders.read', expiresInSeconds: 3600 };
    await tokens.save(storeId, installedTokens(sandbox, clock, wish));
    clock.pass(59 * minute);
    await client.listInvoices(storeId, query);
    clock.pass(2 * minute);
    expect(await codeOf(client.listInvoices(storeId, query))).toBe('reconnect_store');
  });

  it("goes on with the good token while Salla's accounts are down, and does not ask them at every call", async () => {
    const { clock, sandbox, tokens, client, refreshes } = await connected();
    const { token: before } = await tokens.accessToken(storeId);
    sandbox.setFaults([{ method: 'POST', path: '/oauth2/token', answer: '503' }]);
    clock.pass(13 * day + minute);
    await client.listInvoices(storeId, query);
    await client.listInvoices(storeId, query);
    expect(refreshes()).toBe(1);
    sandbox.setFaults([]);
    clock.pass(2 * minute);
    expect((await tokens.accessToken(storeId)).token).not.toBe(before);
  });

  it('keeps the tokens of an install that arrives during a refresh', async () => {
    const { clock, sandbox, tokens, client } = await connected({
      between: async (request, onward) => {
        if (isRefresh(request)) await tokens.save(storeId, newest);
        return onward(request);
      },
    });
    const newest = installedTokens(sandbox, clock);
    clock.pass(13 * day + minute);
    expect((await tokens.accessToken(storeId)).token).toBe(newest.accessToken);
    await client.listInvoices(storeId, query);
  });

  it('holds no token readable in its file, and opens none under another key', async () => {
    const clock = fixedClock();
    const sandbox = startSandbox(clock);
    const databaseUrl = await newSqlite();
    const { tokens } = await proxyOn(sandbox, clock, { databaseUrl });
    const pair = installedTokens(sandbox, clock);
    await tokens.save(storeId, pair);
    const folder = join(databaseUrl.slice('sqlite:'.length), '..');
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name), 'latin1');
      expect(bytes).not.toContain(pair.accessToken);
      expect(bytes).not.toContain(pair.refreshToken);
    }
    const stranger = await proxyOn(sandbox, clock, { databaseUrl, secretKey: 'another secret' });
    expect(await codeOf(stranger.tokens.accessToken(storeId))).toBe('reconnect_store');
  });
});

describe('a refresh whose answer is lost', () => {
  const lost = (request: TransportRequest) => new TransportError(request, 'timeout', true);

  it('costs nothing where it never reached Salla: the token is used to its end, then refreshed', async () => {
    let isLosing = true;
    const { clock, tokens, client, refreshes } = await connected({
      between: (request, onward) =>
        isLosing && isRefresh(request) ? Promise.reject(lost(request)) : onward(request),
    });
    clock.pass(13 * day + minute);
    await client.listInvoices(storeId, query);
    clock.pass(5 * minute);
    await client.listInvoices(storeId, query);
    expect(refreshes()).toBe(1);
    isLosing = false;
    clock.pass(day);
    await client.listInvoices(storeId, query);
    expect(refreshes()).toBe(2);
    expect((await tokens.accessToken(storeId)).token).toEqual(expect.any(String));
  });

  it('is not repeated while it may be on its way, and then ends in reconnecting where Salla had taken it', async () => {
    const { clock, client, send, refreshes } = await connected({
      between: async (request, onward) => {
        const answer = await onward(request);
        if (isRefresh(request) && answer.status === 200) throw lost(request);
        return answer;
      },
    });
    clock.pass(13 * day + minute);
    expect(await codeOf(client.listInvoices(storeId, query))).toBe('salla_unavailable');
    clock.pass(minute);
    expect(await codeOf(client.listInvoices(storeId, query))).toBe('salla_unavailable');
    expect(await send(storeId, 1)).toMatchObject({
      outcome: 'not_sent',
      reason: 'unavailable',
    });
    expect(refreshes()).toBe(1);
    clock.pass(2 * minute);
    expect(await codeOf(client.listInvoices(storeId, query))).toBe('reconnect_store');
    expect(refreshes()).toBe(2);
  });
});

describe.each(engines)('several proxies on one $engine', ({ newUrl }) => {
  it('refresh once, whoever needs it', async () => {
    const clock = fixedClock();
    const sandbox = startSandbox(clock);
    sandbox.setRequestsPerMinute(1_000_000);
    const databaseUrl = await newUrl();
    const proxies = await Promise.all(
      [1, 2, 3, 4].map(() => proxyOn(sandbox, clock, { databaseUrl })),
    );
    const refreshes = () => proxies.reduce((sum, proxy) => sum + proxy.refreshes(), 0);
    for (let round = 1; round <= 8; round++) {
      const ended = installedTokens(sandbox, clock, { expiresInSeconds: -1 });
      await proxies[0]?.tokens.save(storeId, { ...ended, expiresAt: clock.now() + day });
      await Promise.all(proxies.map(({ client }) => client.listInvoices(storeId, query)));
      expect(refreshes()).toBe(round);
      const held = await Promise.all(proxies.map(({ tokens }) => tokens.accessToken(storeId)));
      expect(new Set(held.map(({ token }) => token)).size).toBe(1);
    }
  });

  it('leave the refresh of one that died alone until its lease and its rest are over', async () => {
    const clock = fixedClock();
    const sandbox = startSandbox(clock);
    const databaseUrl = await newUrl();
    let arrived = () => {};
    const left = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const dying = await proxyOn(sandbox, clock, {
      databaseUrl,
      between: () => {
        arrived();
        return new Promise(() => {});
      },
    });
    const other = await proxyOn(sandbox, clock, { databaseUrl });
    await dying.tokens.save(
      storeId,
      installedTokens(sandbox, clock, { expiresInSeconds: 10 * 60 }),
    );
    clock.pass(11 * minute);
    void dying.tokens.accessToken(storeId);
    await left;
    expect(await codeOf(other.tokens.accessToken(storeId))).toBe('salla_unavailable');
    clock.pass(minute);
    expect(await codeOf(other.tokens.accessToken(storeId))).toBe('salla_unavailable');
    expect(other.refreshes()).toBe(0);
    clock.pass(minute);
    await other.client.listInvoices(storeId, query);
    expect(other.refreshes()).toBe(1);
  });
});

describe.each(engines)('a call that waits for a refresh over $engine', ({ newUrl }) => {
  /** Two proxies, of which the first waits for a refresh that Salla doesn't answer yet. */
  async function openHanging(answer: 'refreshes' | 'gets lost') {
    const clock = fixedClock();
    const sandbox = startSandbox(clock);
    const databaseUrl = await newUrl();
    const hanging = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const waiting = await proxyOn(sandbox, clock, {
      databaseUrl,
      between: async (request, onward) => {
        if (!isRefresh(request)) return onward(request);
        asked.resolve();
        await hanging.promise;
        if (answer === 'gets lost') throw new TransportError(request, 'timeout', true);
        return onward(request);
      },
    });
    const other = await proxyOn(sandbox, clock, { databaseUrl });
    const wish = { expiresInSeconds: 600 };
    await waiting.tokens.save(storeId, installedTokens(sandbox, clock, wish));
    clock.pass(11 * minute);
    const called = waiting.tokens.accessToken(storeId);
    await asked.promise;
    return { waiting, other, called, hanging, newest: installedTokens(sandbox, clock) };
  }

  it.each(['this', 'another'])(
    'goes on with the tokens of an install that %s process receives',
    async (receiver) => {
      const { waiting, other, called, hanging, newest } = await openHanging('refreshes');
      await (receiver === 'this' ? waiting : other).tokens.save(storeId, newest);
      expect((await called).token).toBe(newest.accessToken);
      // The late answer changes nothing.
      hanging.resolve();
      await waiting.tokens.close(10_000);
      expect((await other.tokens.accessToken(storeId)).token).toBe(newest.accessToken);
      expect((await waiting.tokens.accessToken(storeId)).token).toBe(newest.accessToken);
    },
  );

  it('goes on with them where the refresh times out at that moment', async () => {
    const { other, called, hanging, newest } = await openHanging('gets lost');
    await other.tokens.save(storeId, newest);
    hanging.resolve();
    expect((await called).token).toBe(newest.accessToken);
  });

  it('ends at once where the app is uninstalled', async () => {
    const { other, called, hanging } = await openHanging('refreshes');
    await other.tokens.forget(storeId);
    expect(await codeOf(called)).toBe('store_not_connected');
    hanging.resolve();
  });
});
