import { describe, expect, it } from 'vitest';
import { engines } from '../testing/postgres.ts';
import { signInByTab } from '../testing/signIn.ts';
import { callerWith, demoStoreId, openTestApp, secondStoreId } from '../testing/testApp.ts';

// The desk's clock stands at 12:00:00 in the store's time.
const authorize = (createdAt: string, data: object) => ({
  event: 'app.store.authorize',
  merchant: demoStoreId,
  created_at: createdAt,
  data,
});
const uninstalled = (createdAt: string) => ({
  event: 'app.uninstalled',
  merchant: demoStoreId,
  created_at: createdAt,
  data: {},
});
const isConnected = async (desk: Awaited<ReturnType<typeof openTestApp>>) =>
  (await (await desk.openFrame()).get('/api/session')).status === 200;

const rounds = Array.from({ length: 8 }, (_, round) => String(round).padStart(2, '0'));

describe.each(engines)('events that arrive together, on $engine', ({ newUrl }) => {
  it.each(['older first', 'newer first'])('leave the newer tokens: %s', async (order) => {
    const desk = await openTestApp({ databaseUrl: await newUrl() });
    for (const minute of rounds) {
      const older = desk.sandbox.issueTokens({ scope: 'orders.read', expiresInSeconds: 3600 });
      const events = [
        authorize(`2026-03-10 11:${minute}:00`, older),
        authorize(`2026-03-10 11:${minute}:30`, desk.sandbox.issueTokens()),
      ];
      if (order === 'newer first') events.reverse();
      const answers = await Promise.all(events.map((event) => desk.webhook(event)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const { scopes } = (await (await desk.openFrame()).get('/api/session')).body;
      expect(scopes).toContain('offline_access');
    }
  });

  it.each(['install first', 'uninstall first'])(
    'leave a store as the newer says: %s',
    async (order) => {
      const desk = await openTestApp({ databaseUrl: await newUrl() });
      for (const minute of rounds) {
        const events: object[] = [
          authorize(`2026-03-10 11:${minute}:00`, desk.sandbox.issueTokens()),
          uninstalled(`2026-03-10 11:${minute}:30`),
        ];
        if (order === 'uninstall first') events.reverse();
        await Promise.all(events.map((event) => desk.webhook(event)));
        expect(await isConnected(desk)).toBe(false);
      }
    },
  );

  it('end a session that is opened at that moment as well', async () => {
    const desk = await openTestApp({ databaseUrl: await newUrl() });
    for (const minute of rounds) {
      await desk.webhook(authorize(`2026-03-10 11:${minute}:00`, desk.sandbox.issueTokens()));
      const open = () =>
        desk.fetch('/api/session', {
          method: 'POST',
          body: JSON.stringify({ token: desk.sandbox.issueEmbeddedToken() }),
          headers: { 'Content-Type': 'application/json' },
        });
      const told = desk.webhook(uninstalled(`2026-03-10 11:${minute}:30`));
      const opened = await Promise.all([open(), open(), open()]);
      await told;
      for (const { status } of opened) expect([200, 403]).toContain(status);
      expect(await desk.database.selectFrom('sessions').selectAll().execute()).toEqual([]);
    }
  });

  it('are done once where they are the same', async () => {
    const asked: string[] = [];
    const desk = await openTestApp({
      databaseUrl: await newUrl(),
      between: (onward) => (request) => {
        if (request.url.endsWith('/oauth2/user/info')) asked.push(request.url);
        return onward(request);
      },
    });
    for (const [at, minute] of rounds.entries()) {
      const event = authorize(`2026-03-10 11:${minute}:00`, desk.sandbox.issueTokens());
      await Promise.all([event, event, event].map((each) => desk.webhook(each)));
      expect(asked).toHaveLength(at + 1);
    }
  });
});

describe('an uninstall that Salla tells again', () => {
  it.each([
    ['of the same second', '2026-03-10 12:00:00'],
    ['of an unreadable time', 'some day'],
  ])('does not undo a sign-in since: %s', async (_, createdAt) => {
    const desk = await openTestApp();
    await desk.sandbox.install();
    await desk.webhook(uninstalled(createdAt));
    const { cookie } = await signInByTab(desk);
    expect((await desk.webhook(uninstalled(createdAt))).status).toBe(200);
    const staff = callerWith(desk.fetch, { Cookie: cookie });
    expect((await staff.get('/api/invoices')).status).toBe(200);
  });

  it('and arrives only now does not undo a sign-in since', async () => {
    const desk = await openTestApp();
    const { cookie } = await signInByTab(desk);
    await desk.webhook(uninstalled('2026-03-10 11:59:59'));
    const staff = callerWith(desk.fetch, { Cookie: cookie });
    expect((await staff.get('/api/invoices')).status).toBe(200);
  });

  it('after a sign-in does undo that', async () => {
    const desk = await openTestApp();
    const { cookie } = await signInByTab(desk);
    desk.pass(1000);
    await desk.webhook(uninstalled('2026-03-10 12:00:01'));
    const staff = callerWith(desk.fetch, { Cookie: cookie });
    expect((await staff.get('/api/invoices')).status).toBe(401);
  });

  it('does not let an install between the two uninstalls through', async () => {
    const desk = await openTestApp();
    await desk.webhook(uninstalled('2026-03-10 11:30:00'));
    await desk.webhook(uninstalled('2026-03-10 11:00:00'));
    await desk.webhook(authorize('2026-03-10 11:15:00', desk.sandbox.issueTokens()));
    expect(await isConnected(desk)).toBe(false);
  });
});

describe('the names of a store', () => {
  it('are asked for once its tokens are kept, and not for long', async () => {
    const patience: number[] = [];
    const statuses: number[] = [];
    const desk = await openTestApp({
      between: (onward) => async (request) => {
        if (request.url.endsWith('/oauth2/user/info')) {
          patience.push(request.timeoutMs);
          // Salla tells it a second time while we are still asking.
          if (patience.length === 1) statuses.push((await desk.webhook(event)).status);
        }
        return onward(request);
      },
    });
    const event = authorize('2026-03-10 12:00:00', desk.sandbox.issueTokens());
    statuses.push((await desk.webhook(event)).status);
    expect(statuses).toEqual([200, 200]);
    expect(patience).toEqual([5000]);
  });

  it('that tell of another store take its tokens out of use', async () => {
    const desk = await openTestApp();
    const others = desk.sandbox.issueTokens({ storeId: secondStoreId });
    expect((await desk.webhook(authorize('2026-03-10 12:00:00', others))).status).toBe(200);
    const answer = await (await desk.openFrame()).get('/api/invoices');
    expect([answer.status, answer.body.code]).toEqual([409, 'reconnect_store']);
  });

  it('that tell of another store leave tokens alone that came meanwhile', async () => {
    let mended: Promise<Response> | undefined;
    const desk = await openTestApp({
      between: (onward) => async (request) => {
        if (request.url.endsWith('/oauth2/user/info') && mended === undefined) {
          mended = desk.webhook(authorize('2026-03-10 12:00:01', desk.sandbox.issueTokens()));
          await mended;
        }
        return onward(request);
      },
    });
    const others = desk.sandbox.issueTokens({ storeId: secondStoreId });
    await desk.webhook(authorize('2026-03-10 12:00:00', others));
    expect((await (await desk.openFrame()).get('/api/invoices')).status).toBe(200);
  });
});
