import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { findKnownOrders, rememberOrders } from './knownOrders.ts';
import { engines } from './postgres.testSupport.ts';
import { rememberStore, removeStore } from './stores.ts';

const noura = { name: 'نورة', email: 'noura@example.com', mobile: '+966501234567' };

describe.each(engines)('orders that were seen, in $engine', ({ newUrl }) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(await newUrl());
  });
  beforeEach(async () => {
    for (const id of [1, 2]) {
      await removeStore(database, id);
      await rememberStore(database, { id, name: null, at: 0 });
    }
  });
  afterAll(() => database.destroy());

  it('remembers orders, and finds those that were seen', async () => {
    await rememberOrders(database, 1, [{ id: 9_999_999_999, number: 41, customer: noura }], 5);
    const found = await findKnownOrders(database, 1, [9_999_999_999, 12]);
    expect([...found.values()]).toEqual([
      { id: 9_999_999_999, number: 41, customer: noura, seenAt: 5 },
    ]);
    expect(await findKnownOrders(database, 1, [])).toEqual(new Map());
  });

  it('keeps what an earlier answer told and a later one leaves out', async () => {
    await rememberOrders(database, 1, [{ id: 3, number: 41, customer: noura }], 5);
    const moved = { name: 'نورة', email: 'new@example.com', mobile: null };
    await rememberOrders(database, 1, [{ id: 3, number: null, customer: moved }], 6);
    await rememberOrders(database, 1, [{ id: 3, number: null, customer: null }], 7);
    const customer = { ...noura, email: 'new@example.com' };
    expect((await findKnownOrders(database, 1, [3])).get(3)).toEqual({
      id: 3,
      number: 41,
      customer,
      seenAt: 7,
    });
  });

  it("never shows one store another store's orders", async () => {
    await rememberOrders(database, 1, [{ id: 3, number: 41, customer: noura }], 5);
    expect(await findKnownOrders(database, 2, [3])).toEqual(new Map());
  });

  it('takes many at once, and an order named twice once', async () => {
    const orders = Array.from({ length: 1000 }, (_, id) => ({
      id: id + 1,
      number: id,
      customer: null,
    }));
    await rememberOrders(database, 1, [...orders, { id: 1, number: 77, customer: null }], 5);
    const ids = orders.map(({ id }) => id);
    const found = await findKnownOrders(database, 1, ids);
    expect(found.size).toBe(1000);
    expect(found.get(1)).toEqual({ id: 1, number: 77, customer: null, seenAt: 5 });
  });

  it('remembers nothing where there is nothing', async () => {
    await rememberOrders(database, 1, [], 5);
    expect(await database.selectFrom('known_orders').selectAll().execute()).toEqual([]);
  });

  it('are remembered side by side, in whatever order they come', async () => {
    const orders = Array.from({ length: 100 }, (_, id) => ({ id, number: id, customer: null }));
    for (let round = 0; round < 20; round++) {
      await Promise.all(
        [orders, orders.toReversed(), orders, orders.toReversed()].map((each) =>
          rememberOrders(database, 1, each, round),
        ),
      );
    }
    expect((await findKnownOrders(database, 1, [99])).get(99)).toMatchObject({ seenAt: 19 });
  });

  it('are kept whole, whatever a name holds', async () => {
    const customer = { name: 'نو\u0000رة \ud83c', email: '🌴@example.com', mobile: null };
    await rememberOrders(database, 1, [{ id: 3, number: 41, customer }], 5);
    const found = (await findKnownOrders(database, 1, [3])).get(3)?.customer;
    expect(found?.email).toBe('🌴@example.com');
    expect(found?.name).toMatch(/^نو.رة .$/u);
  });
});
