import { afterEach, expect, it } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { type Given, prepare } from './prepare.ts';
import { upsertStore } from './stores.ts';

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.destroy();
});

async function databaseWith(...names: string[]): Promise<Database> {
  const database = await openDatabase('sqlite::memory:');
  opened.push(database);
  for (const [at, name] of names.entries())
    await upsertStore(database, { id: at + 1, name, at: 0 });
  return database;
}

const namesBetween = prepare((database, given: Given<{ first: number; last: number }>) =>
  database
    .selectFrom('stores')
    .select('name')
    .where(
      'id',
      '<=',
      given((ids) => ids.last),
    )
    .where(
      'id',
      '>=',
      given((ids) => ids.first),
    )
    .where('connected_at', '=', 0),
);

it('runs a query with the values of each time, wherever they stand in it', async () => {
  const database = await databaseWith('a', 'b', 'c');
  expect(await namesBetween(database, { first: 2, last: 3 })).toEqual([
    { name: 'b' },
    { name: 'c' },
  ]);
  expect(await namesBetween(database, { first: 1, last: 1 })).toEqual([{ name: 'a' }]);
});

it('asks the database that it is given, within its transaction too', async () => {
  const [one, other] = [await databaseWith('a'), await databaseWith('x')];
  expect(await namesBetween(one, { first: 1, last: 9 })).toEqual([{ name: 'a' }]);
  expect(await namesBetween(other, { first: 1, last: 9 })).toEqual([{ name: 'x' }]);
  await one.transaction().execute(async (transaction) => {
    await upsertStore(transaction, { id: 2, name: 'b', at: 0 });
    expect(await namesBetween(transaction, { first: 2, last: 9 })).toEqual([{ name: 'b' }]);
  });
});
