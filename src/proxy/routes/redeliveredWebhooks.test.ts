import { describe, expect, it } from 'vitest';
import { deleteOld } from '../runtime/cleanup.ts';
import { engines } from '../testing/postgres.ts';
import { demoStoreId, openTestApp, type TestApp } from '../testing/testApp.ts';

const day = 24 * 3600_000;

// The desk's clock stands at 12:00:00 in the store's time. `undefined` leaves the date out.
const authorize = (createdAt: string | undefined, data: object) => ({
  event: 'app.store.authorize',
  merchant: demoStoreId,
  created_at: createdAt,
  data,
});
const uninstalled = (createdAt: string | undefined) => ({
  event: 'app.uninstalled',
  merchant: demoStoreId,
  created_at: createdAt,
  data: { id: 7 },
});

/** The token that the store's calls are made with; null where it isn't connected. */
async function tokenOf(desk: TestApp): Promise<string | null> {
  const session = await (await desk.openFrame()).get('/api/session');
  return session.status === 200 ? (await desk.vault.accessToken(demoStoreId)).token : null;
}

async function openUsedDesk(databaseUrl: string) {
  const desk = await openTestApp({ databaseUrl });
  await desk.webhook(authorize('2026-03-09 12:00:00', desk.sandbox.issueTokens()));
  const deliver = async (events: object[]) => {
    for (const event of events) expect((await desk.webhook(event)).status).toBe(200);
  };
  return { desk, deliver };
}

const dates: Array<[string, string | undefined, string | undefined]> = [
  ['of one second', '2026-03-10 11:59:59', '2026-03-10 11:59:59'],
  [
    'of one second, written in two ways',
    '2026-03-10 11:59:59',
    'Tue Mar 10 2026 11:59:59 GMT+0300',
  ],
  ['without dates', undefined, undefined],
  ['with dates that can’t be read', '05/10/2026 12:00', '05/10/2026 12:05'],
  ['of which the uninstall has no date', undefined, '2026-03-10 11:59:59'],
  [
    'of which the uninstall has no date, and the install arrives late',
    undefined,
    '2026-03-09 12:00:01',
  ],
  ['of which the install has no date', '2026-03-09 12:00:01', undefined],
  ['of which the uninstall is dated in the future', '2099-01-01 00:00:00', '2026-03-10 11:59:59'],
];

describe.each(engines)('an uninstall and a reinstall over $engine', ({ newUrl }) => {
  describe.each(dates)('%s', (_, uninstalledAt, installedAt) => {
    it.each(['1 2 3', '1 2 1 2'])(
      'leave the store connected, delivered in the order %s',
      async (order) => {
        const { desk, deliver } = await openUsedDesk(await newUrl());
        const pair = desk.sandbox.issueTokens();
        const events = [uninstalled(uninstalledAt), authorize(installedAt, pair)];
        const [first, second] = events;
        await deliver([first, second].flatMap((event) => event ?? []));
        const staff = await desk.openFrame();
        await deliver(order === '1 2 3' ? events.slice(0, 1) : events);
        expect((await staff.get('/api/session')).status).toBe(200);
        expect(await tokenOf(desk)).toBe(pair.access_token);
      },
    );
  });

  it('of one second leave it connected whichever arrives first', async () => {
    const { desk, deliver } = await openUsedDesk(await newUrl());
    const pair = desk.sandbox.issueTokens();
    const at = '2026-03-10 11:59:59';
    await deliver([authorize(at, pair), uninstalled(at)]);
    expect(await tokenOf(desk)).toBe(pair.access_token);
  });

  it('leave it connected where two proxies receive them side by side, and again', async () => {
    const databaseUrl = await newUrl();
    const { desk } = await openUsedDesk(databaseUrl);
    const other = await openTestApp({ databaseUrl, sandbox: desk.sandbox });
    for (const minute of ['10', '11', '12', '13']) {
      const at = `2026-03-10 11:${minute}:00`;
      const pair = desk.sandbox.issueTokens();
      const both = [uninstalled(at), authorize(at, pair)];
      const deliveries = [...both, ...both].flatMap((event) =>
        [desk, other].map((proxy) => proxy.webhook(event)),
      );
      const answers = await Promise.all(deliveries);
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(await tokenOf(other)).toBe(pair.access_token);
    }
  });
});

describe('an uninstall without a date', () => {
  it('counts again where it comes after those that Salla may have repeated', async () => {
    const { desk, deliver } = await openUsedDesk('sqlite::memory:');
    await deliver([uninstalled(undefined)]);
    desk.pass(day);
    await deliver([authorize(undefined, desk.sandbox.issueTokens()), uninstalled(undefined)]);
    expect(await tokenOf(desk)).not.toBeNull();
    desk.pass(31 * day);
    await deleteOld(desk.database, desk.now());
    await deliver([uninstalled(undefined)]);
    expect((await desk.fetch('/api/session')).status).toBe(401);
    expect(await desk.database.selectFrom('stores').selectAll().execute()).toEqual([]);
  });

  it('leaves what waits in the queue for 30 days, too', async () => {
    const { desk, deliver } = await openUsedDesk('sqlite::memory:');
    const staff = await desk.openFrame();
    const { orderId } = (await staff.get('/api/invoices')).body.data[0];
    await staff.resend({ orders: [{ orderId }], undoSeconds: 30 });
    await deliver([uninstalled(undefined)]);
    const stores = () => desk.database.selectFrom('stores').select('id').execute();
    await deleteOld(desk.database, desk.now() + 29 * day);
    expect(await stores()).toHaveLength(1);
    await deleteOld(desk.database, desk.now() + 31 * day);
    expect(await stores()).toEqual([]);
  });
});

describe('an old install that is replayed', () => {
  /** Its tokens were used up by a refresh since; a year has passed. */
  async function openRefreshed(createdAt: string | undefined) {
    const { desk, deliver } = await openUsedDesk('sqlite::memory:');
    const pair = desk.sandbox.issueTokens();
    const old = authorize(createdAt, pair);
    await deliver([old]);
    desk.pass(13.5 * day);
    const { token } = await desk.vault.accessToken(demoStoreId);
    expect(token).not.toBe(pair.access_token);
    return { desk, deliver, old, token };
  }

  it.each([['2026-03-10 11:00:00'], [undefined]])(
    'changes nothing however late it is (created_at %s)',
    async (createdAt) => {
      const { desk, deliver, old, token } = await openRefreshed(createdAt);
      await deleteOld(desk.database, desk.now() + 400 * day);
      await deliver([old]);
      expect((await desk.vault.accessToken(demoStoreId)).token).toBe(token);
      expect((await (await desk.openFrame()).get('/api/invoices')).status).toBe(200);
    },
  );

  it.each([['2026-03-10 11:00:00'], [undefined]])(
    'changes nothing where its receipt is gone (created_at %s)',
    async (createdAt) => {
      const { desk, deliver, old, token } = await openRefreshed(createdAt);
      await desk.database.deleteFrom('webhook_receipts').execute();
      await deliver([old]);
      expect((await desk.vault.accessToken(demoStoreId)).token).toBe(token);
    },
  );

  it('changes nothing though its tokens would last longer', async () => {
    const { desk, deliver } = await openUsedDesk('sqlite::memory:');
    const old = authorize('2026-03-10 10:00:00', desk.sandbox.issueTokens());
    const newer = desk.sandbox.issueTokens({ expiresInSeconds: 3600 });
    await deliver([authorize('2026-03-10 11:00:00', newer), old]);
    expect(await tokenOf(desk)).toBe(newer.access_token);
  });

  it('is taken where the tokens that are kept are of no use and the dates don’t tell', async () => {
    const { desk, deliver } = await openUsedDesk('sqlite::memory:');
    await desk.vault.markRevoked(demoStoreId);
    const pair = desk.sandbox.issueTokens({ expiresInSeconds: 3600 });
    await deliver([authorize(undefined, pair)]);
    expect(await tokenOf(desk)).toBe(pair.access_token);
  });
});
