import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openOrders } from './testing/orders.ts';
import { newPostgres, newSqlite } from './testing/postgres.ts';
import { openTestApp } from './testing/testApp.ts';

const script = resolve(import.meta.dirname, 'copyDatabase.ts');

async function copy(from: string, to: string) {
  const env = { ...process.env, DATABASE_URL: to };
  const ran = promisify(execFile)(process.execPath, [script, from], { env });
  return ran.catch((error: { stdout: string; stderr: string }) => error);
}

it('a record that moves to Postgres is whole there', { timeout: 30_000 }, async () => {
  const [from, to] = [await newSqlite(), await newPostgres()];
  const before = await openOrders({ databaseUrl: from });
  const [orderId, ...rest] = before.orderIds.slice(0, 3);
  await before.staff.resend({ orders: [{ orderId }] });
  await before.desk.dispatcher.idle();
  await before.desk.dispatcher.stop();
  await before.staff.resend({ orders: rest.map((each) => ({ orderId: each })) });
  await before.staff.resend({ orders: [{ orderId }] });
  const recordOf = async ({ staff }: Pick<typeof before, 'staff'>) => ({
    deliveries: (await staff.get('/api/deliveries')).body,
    batches: (await staff.raw('/api/deliveries/batches')).text,
  });
  const record = await recordOf(before);
  expect(record.deliveries.counts).toMatchObject({ sent: 1, queued: 2 });
  await before.desk.database.destroy();

  const { stdout, stderr } = await copy(from, to);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\d+ rows were copied to 127\.0\.0\.1:\d+\/desk_\w+\. .+\.key .+\n$/);

  const after = await openTestApp({ databaseUrl: to, sandbox: before.desk.sandbox });
  const staff = await after.openFrame();
  expect(await recordOf({ staff })).toEqual(record);
  await after.dispatcher.start();
  await after.dispatcher.idle();
  expect((await recordOf({ staff })).deliveries.counts).toMatchObject({ queued: 0, sending: 0 });
  expect(before.emails().filter((each) => each === orderId)).toHaveLength(1);

  const again = await copy(from, to);
  expect(again.stderr).toBe('There is a record in that database already: nothing was copied.\n');
});

it.each([
  ['', 'postgres://desk:hush@db/desk', /^DATABASE_URL must look like .+\n$/],
  [
    'sqlite:/nowhere/desk.db',
    'postgres://desk:hush@db/desk',
    /^There is no \/nowhere\/desk\.db\.\n$/,
  ],
  ['sqlite::memory:', 'postgres://desk:hush@db/desk', /^Name the SQLite file .+\n$/],
  ['sqlite:desk.db', 'sqlite:other.db', /^Name the SQLite file .+\n$/],
])('a move from "%s" to %s is refused in one line', async (from, to, line) => {
  const { stderr } = await copy(from, to);
  expect(stderr).toMatch(line);
  expect(stderr).not.toContain('hush');
});
