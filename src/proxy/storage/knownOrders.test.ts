import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../testing/postgres.ts';
import { type Database, openDatabase } from './database.ts';
import { findKnownOrders, upsertOrders } from './knownOrders.ts';
import { deleteStore, upsertStore } from './stores.ts';

const noura = { name: 'نورة', email: 'noura@example.com', mobile: '+966501234567' };

const leftOut = { name: undefined, email: undefined, mobile: undefined };
const listed = (at: number) => ({ at, from: 'list' }) as const;
const detailed = (at: number) => ({ at, from: 'details' }) as const;

describe.each(engines)('orders that were seen, in $engine', ({ newUrl }) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(await newUrl());
  });
  beforeEach(async () => {
    for (const id of [1, 2]) {
      await deleteStore(database, id);
      await upsertStore(database, { id, name: null, at: 0 });
    }
  });
  afterAll(() => database.destroy());

  it('remembers orders, and finds those that were seen', async () => {
    await upsertOrders(
      database,
      1,
      [{ id: 9_999_999_999, number: 41, customer: noura }],
      listed(5),
    );
    const found = await findKnownOrders(database, 1, [9_999_999_999, 12]);
    expect([...found.values()]).toEqual([
      { id: 9_999_999_999, number: 41, customer: noura, customerSeenAt: 5 },
    ]);
    expect(await findKnownOrders(database, 1, [])).toEqual(new Map());
  });

  it('keeps what an earlier answer told and a later one leaves out', async () => {
    await upsertOrders(database, 1, [{ id: 3, number: 41, customer: noura }], listed(5));
    const moved = { ...leftOut, name: 'نورة', email: 'new@example.com' };
    await upsertOrders(database, 1, [{ id: 3, number: null, customer: moved }], listed(6));
    const rows = [
      { id: 3, number: null, customer: leftOut },
      { id: 4, number: 42, customer: noura },
    ];
    const remembered = await upsertOrders(database, 1, rows, listed(7));
    const customer = { ...noura, email: 'new@example.com' };
    expect(remembered).toEqual([
      { id: 3, number: 41, customer },
      { id: 4, number: 42, customer: noura },
    ]);
    expect((await findKnownOrders(database, 1, [3])).get(3)).toEqual({
      id: 3,
      number: 41,
      customer,
      customerSeenAt: 6,
    });
  });

  it('forgets what Salla says is empty', async () => {
    await upsertOrders(database, 1, [{ id: 3, number: 41, customer: noura }], listed(5));
    const withoutEmail = { ...leftOut, email: null };
    const stated = [{ id: 3, number: 41, customer: withoutEmail }];
    const [remembered] = await upsertOrders(database, 1, stated, detailed(6));
    expect(remembered?.customer).toEqual({ ...noura, email: null });
    const nobody = { name: null, email: null, mobile: null };
    await upsertOrders(database, 1, [{ id: 3, number: 41, customer: nobody }], detailed(7));
    expect((await findKnownOrders(database, 1, [3])).get(3)).toEqual({
      id: 3,
      number: 41,
      customer: null,
      customerSeenAt: 7,
    });
  });

  it('says when the address was stated last, not when the order was listed', async () => {
    const row = [{ id: 3, number: 41, customer: leftOut }];
    await upsertOrders(database, 1, row, listed(5));
    const seenAt = async () => (await findKnownOrders(database, 1, [3])).get(3)?.customerSeenAt;
    expect(await seenAt()).toBeNull();
    await upsertOrders(database, 1, row, detailed(6));
    await upsertOrders(database, 1, row, listed(7));
    expect(await seenAt()).toBe(6);
  });

  it("never shows one store another store's orders", async () => {
    await upsertOrders(database, 1, [{ id: 3, number: 41, customer: noura }], listed(5));
    expect(await findKnownOrders(database, 2, [3])).toEqual(new Map());
  });

  it('takes many at once, and an order named twice once', async () => {
    const orders = Array.from({ length: 1000 }, (_, id) => ({
      id: id + 1,
      number: id,
      customer: leftOut,
    }));
    await upsertOrders(
      database,
      1,
      [...orders, { id: 1, number: 77, customer: leftOut }],
      listed(5),
    );
    const ids = orders.map(({ id }) => id);
    const found = await findKnownOrders(database, 1, ids);
    expect(found.size).toBe(1000);
    expect(found.get(1)).toEqual({ id: 1, number: 77, customer: null, customerSeenAt: null });
  });

  it('remembers nothing where there is nothing', async () => {
    await upsertOrders(database, 1, [], listed(5));
    expect(await database.selectFrom('known_orders').selectAll().execute()).toEqual([]);
  });

  it('are remembered side by side, in whatever order they come', async () => {
    const orders = Array.from({ length: 100 }, (_, id) => ({
      id,
      number: id,
      customer: { ...leftOut, email: `${id}@example.com` },
    }));
    for (let round = 0; round < 20; round++) {
      await Promise.all(
        [orders, orders.toReversed(), orders, orders.toReversed()].map((each) =>
          upsertOrders(database, 1, each, listed(round)),
        ),
      );
    }
    expect((await findKnownOrders(database, 1, [99])).get(99)).toMatchObject({
      customerSeenAt: 19,
    });
  });

  it('are kept whole, whatever a name holds', async () => {
    const customer = { name: 'نو\u0000رة \ud83c', email: '🌴@example.com', mobile: null };
    await upsertOrders(database, 1, [{ id: 3, number: 41, customer }], listed(5));
    const found = (await findKnownOrders(database, 1, [3])).get(3)?.customer;
    expect(found?.email).toBe('🌴@example.com');
    expect(found?.name).toMatch(/^نو.رة .$/u);
  });
});
