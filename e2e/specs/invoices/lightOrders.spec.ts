import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';

test('customers that Salla’s lists leave out appear in their rows without layout shift', async ({
  page,
  server,
  sandbox,
}) => {
  // No order was read since the install.
  await sandbox.orderList('light');
  const orders = new Map((await sandbox.orders()).map((order) => [order.id, order]));
  expect([...orders.values()].every(({ customer }) => customer === undefined)).toBe(true);
  await signInTab(page, server.url, 'en');

  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows.nth(10)).toBeVisible();
  const tops = () =>
    rows.evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().top)));
  const before = await tops();
  const named = () =>
    page
      .locator('tbody tr')
      .evaluateAll((all) => all.filter((row) => row.children[4]?.querySelector('bdi')).length);
  await expect.poll(named, { timeout: 20_000 }).toBe(before.length);
  expect(await tops()).toEqual(before);
});
