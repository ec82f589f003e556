import { beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { findKnownOrders, rememberOrders } from './knownOrders.ts';
import { rememberStore } from './stores.ts';

const noura = { name: 'نورة', email: 'noura@example.com', mobile: '+966501234567' };
let database: Database;

beforeEach(async () => {
  database = await openDatabase('sqlite::memory:');
  for (const id of [1, 2]) await rememberStore(database, { id, name: null, at: 0 });
});

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
