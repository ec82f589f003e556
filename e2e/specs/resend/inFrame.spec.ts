import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { mailableOrder } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = words[language];

  test(`in Salla's frame (${language}): an invoice is found, opened and sent once, without third-party cookies`, async ({
    strictPage,
    server,
    sandbox,
  }) => {
    const { order, customer } = await mailableOrder(sandbox);
    const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language });
    await expect(page.locator('#page-title')).toHaveText(say.invoices);

    await app.getByRole('combobox', { name: say.search }).fill(String(order.reference_id));
    await app
      .getByRole('option', { name: new RegExp(String(order.reference_id)) })
      .first()
      .click();
    const row = app.getByRole('row').filter({ hasText: String(order.reference_id) });
    await row.getByRole('link').first().click();

    // The host draws the invoice's action; the page has none of its own.
    await expect(page.locator('#page-title')).not.toHaveText(say.invoices);
    await expect(
      app.getByRole('button', { name: say.resendOrder(order.reference_id) }),
    ).toHaveCount(0);
    await page.locator('#primary-action').click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(String(order.reference_id));
    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect(app.getByText(say.accepted).first()).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('#toasts')).toContainText(String(order.reference_id));
    const mails = (await sandbox.mailbox()).filter((mail) => mail.orderId === order.id);
    expect(mails).toMatchObject([{ to: customer.email, via: 'merchant-api' }]);
    expect(await page.context().cookies(server.framedUrl)).toEqual([]);
  });

  test(`in Salla's frame (${language}): confirming after the SDK's timeout sends nothing and says so`, async ({
    strictPage,
    server,
    sandbox,
    consoleGuard,
  }) => {
    // The SDK logs that the confirmation timed out.
    consoleGuard.expectConsole(/Received response for unknown request/);
    const { order } = await mailableOrder(sandbox);
    await strictPage.clock.install();
    const path = `/invoices?orderId=${order.id}`;
    const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language, path });
    const button = app.getByRole('button', { name: say.sendOrder(order.reference_id) }).first();
    await button.click();
    const question = page.getByRole('dialog');
    await expect(question).toBeVisible();

    // The SDK waits 30 s for an answer; the host's dialog stays.
    await page.clock.fastForward(31_000);
    const told = app.getByRole('status').filter({ hasText: say.notSent(order.reference_id) });
    await expect(told).toBeVisible();
    await expect(question).toBeVisible();

    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.locator('#toasts')).toContainText(say.notSent(order.reference_id));
    await expect(told).toBeVisible();
    expect(await sandbox.mailbox()).toEqual([]);

    await button.click();
    await expect(told).toBeHidden();
    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
  });
}

test('in the frame the app has no navigation bar of its own and follows the theme', async ({
  strictPage,
  server,
}) => {
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en' });
  await expect(app.getByRole('banner')).toHaveCount(0);
  await expect(app.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  const background = () =>
    app.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await background();
  await page.locator('#panel > summary').click();
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(background).not.toBe(light);
  await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '0');
});
