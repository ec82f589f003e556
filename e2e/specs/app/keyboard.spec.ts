import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = words[language];

  test(`an invoice is found, confirmed and sent by keyboard alone (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await mailableOrder(sandbox);
    await signInTab(page, server.url, language);
    await expect(page.getByRole('row').nth(3)).toBeVisible();

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.keyboard.press('/');
    const search = page.getByRole('combobox', { name: say.search });
    await expect(search).toBeFocused();
    await page.keyboard.type(String(order.reference_id));
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`orderId=${order.id}`));
    await expect(page.getByRole('row').nth(1)).toContainText(String(order.reference_id));

    await page.keyboard.press('j');
    await page.keyboard.press('r');
    const question = page.getByRole('dialog');
    await expect(question).toContainText(String(order.reference_id));
    await question.getByRole('button', { name: say.send, exact: true }).press('Enter');
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
  });
}

test('j and k move through the list and Enter opens the row', async ({ page, server }) => {
  await signInTab(page, server.url, 'en');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
  await page.keyboard.press('j');
  const first = await focused();
  expect(first).toMatch(/^\/invoices\/\d+/);
  await page.keyboard.press('j');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused()).toBe(first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${server.url}${first}`);
});
