import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../contract/delivery.ts';
import { deleteOld } from '../runtime/cleanup.ts';
import { openOrders } from '../testing/orders.ts';
import { engines } from '../testing/postgres.ts';
import { demoStoreId, type TestApp } from '../testing/testApp.ts';

const days = (count: number) => count * 24 * 3600_000;

describe.each(engines)('an uninstall over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  /** Someone who has sent one and queued another when the app is uninstalled. */
  async function openUninstalled() {
    const opened = await openOrders({ databaseUrl: await newUrl() });
    const { desk, staff, orderId, otherId } = opened;
    await staff.resend({ orders: [{ orderId }] });
    await desk.dispatcher.idle();
    const queued = await staff.resend({ orders: [{ orderId: otherId }], undoSeconds: 30 });
    const { batchId } = queued.body.data;
    desk.pass(1000);
    await desk.sandbox.uninstall();
    return { ...opened, batch: `/api/deliveries/batches/${batchId}` };
  }

  const reinstall = async (desk: TestApp) => {
    desk.pass(60_000);
    await desk.sandbox.install();
    return desk.openFrame();
  };
  const deliveriesOf = async (
    staff: Awaited<ReturnType<TestApp['openFrame']>>,
  ): Promise<Delivery[]> => (await staff.get('/api/deliveries')).body.data;

  /** In how many rows of the store's people and orders are told of. */
  async function remembered({ database }: TestApp): Promise<number> {
    const tables = [
      'store_tokens',
      'sessions',
      'known_orders',
      'staff',
      'idempotency_keys',
    ] as const;
    const rows = await Promise.all(
      tables.map((table) => database.selectFrom(table).select('store_id').execute()),
    );
    return rows.flat().length;
  }

  it('ends every session, and forgets who worked there, the customers and what was sent', async () => {
    const { desk, staff } = await openUninstalled();
    expect((await staff.get('/api/invoices')).status).toBe(401);
    expect(await remembered(desk)).toBe(0);
    const left = await desk.database.selectFrom('deliveries').selectAll().execute();
    expect(left).toMatchObject([{ state: 'queued', requested_by_name: null }]);
    expect(await desk.database.selectFrom('stores').select('name').execute()).toEqual([
      { name: null },
    ]);
  });

  it('forgets the store wholly where nothing waits', async () => {
    const { desk, staff, orderId } = await openOrders({ databaseUrl: await newUrl() });
    await staff.resend({ orders: [{ orderId }] });
    await desk.dispatcher.idle();
    desk.pass(1000);
    await desk.sandbox.uninstall();
    expect(await desk.database.selectFrom('stores').selectAll().execute()).toEqual([]);
    expect(await deliveriesOf(await reinstall(desk))).toEqual([]);
  });

  it('keeps what waits, and sends it only once a person says so after a reinstall', async () => {
    const { desk, batch, otherId, orderId, emails } = await openUninstalled();
    const staff = await reinstall(desk);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    expect(emails()).toEqual([orderId]);
    expect(await deliveriesOf(staff)).toMatchObject([{ orderId: otherId, state: 'queued' }]);
    expect((await staff.get(batch)).body.data).toMatchObject({ paused: true, stopped: null });
    await staff.post(`${batch}/resume`);
    await desk.dispatcher.idle();
    expect(emails()).toEqual([otherId, orderId]);
  });

  it('lets what waits be cancelled after a reinstall', async () => {
    const { desk, batch, orderId, emails } = await openUninstalled();
    const staff = await reinstall(desk);
    await staff.post(`${batch}/cancel`);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    expect(emails()).toEqual([orderId]);
  });

  it('is through after 30 days: what waited is forgotten as well', async () => {
    const { desk } = await openUninstalled();
    const stores = () => desk.database.selectFrom('stores').select('id').execute();
    await deleteOld(desk.database, desk.now() + days(29));
    expect(await stores()).toEqual([{ id: demoStoreId }]);
    await deleteOld(desk.database, desk.now() + days(31));
    expect(await stores()).toEqual([]);
    expect(await desk.database.selectFrom('deliveries').select('id').execute()).toEqual([]);
  });

  it('does not count those days for a store that was installed again', async () => {
    const { desk, batch } = await openUninstalled();
    await reinstall(desk);
    await deleteOld(desk.database, desk.now() + days(31));
    const later = await desk.openFrame();
    expect((await later.get(batch)).body.data.counts.queued).toBe(1);
  });

  it('is not undone for the names that an install before it asked for', async () => {
    let uninstall = async () => {};
    const { desk, staff, orderId } = await openOrders({
      databaseUrl: await newUrl(),
      between: (onward) => async (request) => {
        const answer = await onward(request);
        if (request.url.endsWith('/oauth2/user/info')) await uninstall();
        return answer;
      },
    });
    await staff.resend({ orders: [{ orderId }], undoSeconds: 30 });
    uninstall = async () => {
      desk.pass(1000);
      await desk.sandbox.uninstall();
    };
    await desk.sandbox.install();
    const stores = await desk.database.selectFrom('stores').select(['id', 'name']).execute();
    expect(stores).toEqual([{ id: demoStoreId, name: null }]);
    expect(await remembered(desk)).toBe(0);
  });

  it('is made good within the hour where a request under way left a customer behind', async () => {
    const { desk } = await openUninstalled();
    await desk.database
      .insertInto('known_orders')
      .values({ store_id: demoStoreId, order_id: 1, customer_name: 'Reem', seen_at: desk.now() })
      .execute();
    await deleteOld(desk.database, desk.now());
    expect(await remembered(desk)).toBe(0);
  });
});
