import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder, orderWithoutEmail } from '../../support/subjects.ts';
import { type Language, languages, words } from '../../support/words.ts';

async function pressResend(page: Page, language: Language, orderNumber: number) {
  const name = words[language].resendOrder(orderNumber);
  await page.getByRole('button', { name }).first().click();
  return page.getByRole('dialog');
}

for (const language of languages) {
  const say = words[language];

  test(`in a tab (${language}): an order's invoice is found, opened and sent once`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order, customer, invoice } = await mailableOrder(sandbox);
    await signInTab(page, server.url, language);
    await expect(page.getByRole('heading', { level: 1, name: say.invoices })).toBeVisible();

    await page.getByRole('combobox', { name: say.search }).fill(String(order.reference_id));
    await page
      .getByRole('option', { name: new RegExp(String(order.reference_id)) })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`orderId=${order.id}`));
    const row = page.getByRole('row').filter({ hasText: String(order.reference_id) });
    await row.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/invoices\/\d+$/);

    await page.goto(`${server.url}/invoices/${invoice.id}`);
    const question = await pressResend(page, language, order.reference_id);
    await expect(question).toContainText(String(order.reference_id));
    await expect(question).not.toContainText(customer.email ?? '');
    await question.getByRole('button', { name: say.send, exact: true }).click();

    const state = page.getByRole('button', { name: say.accepted });
    await expect(state).toBeVisible({ timeout: 20_000 });
    await expect(state).toHaveAccessibleDescription(say.acceptedMeans);
    await state.focus();
    await expect(page.getByRole('tooltip')).toHaveText(say.acceptedMeans);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toBeHidden();
    const mails = (await sandbox.mailbox()).filter((mail) => mail.orderId === order.id);
    expect(mails).toMatchObject([{ to: customer.email, via: 'merchant-api' }]);
  });

  test(`in a tab (${language}): a resend shortly after another asks for confirmation`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await mailableOrder(sandbox);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices?orderId=${order.id}`);
    const first = await pressResend(page, language, order.reference_id);
    await first.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: say.accepted }).first()).toBeVisible({
      timeout: 20_000,
    });

    const second = await pressResend(page, language, order.reference_id);
    await expect(second).toContainText(say.recentlySent);
    await expect(second.getByRole('button', { name: say.send, exact: true })).toHaveCount(0);
    expect(await sandbox.mailbox()).toHaveLength(1);
    await second.getByRole('button', { name: say.sendAgain }).click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(2);
  });

  test(`in a tab (${language}): a double click on Send sends once and clicks nothing below`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const { order } = await mailableOrder(sandbox);
    const question = await pressResend(page, language, order.reference_id);
    const send = question.getByRole('button', { name: say.send, exact: true });
    // The second click lands after the dialog closed, on the row at that position.
    await send.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const gone = new MutationObserver(() => {
        if (button.isConnected) return;
        gone.disconnect();
        requestAnimationFrame(() => {
          const beneath = document.elementFromPoint(x + width / 2, y + height / 2);
          beneath?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
        });
      });
      gone.observe(document.body, { childList: true, subtree: true });
    });
    await send.click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
    await expect(page).toHaveURL(/\/invoices$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test(`in a tab (${language}): a customer without an email gets nothing, and staff read why`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order, customer } = await orderWithoutEmail(sandbox);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices?orderId=${order.id}`);
    const dialog = await pressResend(page, language, order.reference_id);
    await expect(dialog).toContainText(say.noEmail);
    await expect(dialog.getByRole('button', { name: say.send, exact: true })).toHaveCount(0);
    expect(await sandbox.mailbox()).toEqual([]);

    // Corrected at Salla seconds later: the next press uses it.
    await page.keyboard.press('Escape');
    const data = { ...order, customer: { ...customer, email: 'mended@example.com' } };
    const body = { status: 200, success: true, data };
    const path = `/admin/v2/orders/${order.id}`;
    await sandbox.faults([{ method: 'GET', path, answer: 'body', body, times: 1 }]);
    const question = await pressResend(page, language, order.reference_id);
    await expect(question).toContainText('@example.com');
    await expect(question.getByRole('button', { name: say.send, exact: true })).toBeVisible();
  });

  test(`in a tab (${language}): a resend can be undone before it is sent`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await mailableOrder(sandbox);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices?orderId=${order.id}`);
    const question = await pressResend(page, language, order.reference_id);
    await question.getByRole('button', { name: say.send, exact: true }).click();
    const undo = page.getByRole('button', { name: say.undoOrder(order.reference_id) }).first();
    await expect(undo).toHaveText(/\([1-5]\)/);
    await undo.click();
    await expect(page.getByRole('row').filter({ hasText: say.canceled }).first()).toBeVisible();
    await page.goto(`${server.url}/deliveries`);
    await expect(page.getByRole('row').filter({ hasText: say.canceled })).toHaveCount(1);
    expect(await sandbox.mailbox()).toEqual([]);
  });
}
