import { expect } from '@playwright/test';
import {
  card,
  field,
  fillIn,
  inTab,
  openCreateInFrame,
  openCreateInTab,
} from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = createWords[language];

  test(`a draft survives a reload and a new sign-in, and is deleted once the invoice is created (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 401/);
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await fillIn(form, 'data');
    await field(form, 'total').fill('12.5');
    await page.reload();
    await expect(page.getByText(say.restored)).toBeVisible();
    await expect(field(form, 'invoiceNumber')).toHaveValue('INV-2026/001');
    await expect(field(form, 'total')).toHaveValue('12.5');

    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'language', value: language, url: server.url }]);
    await form.submit.click();
    await page.getByRole('link', { name: words[language].signIn }).click();
    await page.getByRole('button', { name: words[language].allow }).click();
    await expect(page).toHaveURL(new RegExp(`orderId=${order.id}`));
    await expect(field(form, 'invoiceNumber')).toHaveValue('INV-2026/001');
    await form.submit.click();
    await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();

    // A reset sandbox: the same order without its invoice.
    await sandbox.reset();
    await page.goto(`${server.url}/invoices/new?orderId=${order.id}`);
    await expect(form.submit).toBeVisible();
    await expect(page.getByText(say.restored)).toHaveCount(0);
  });

  test(`leaving asks first and deletes the draft (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await orderWithoutInvoice(sandbox);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices?orderId=${order.id}`);
    await page.getByRole('link', { name: say.createOfOrder }).click();
    const form = inTab(page, language);
    await fillIn(form, 'url');
    const question = page.getByRole('dialog', { name: say.leaveQuestion });
    await page.goBack();
    await question.getByRole('button', { name: say.stay }).click();
    await expect(question).toBeHidden();
    await expect(field(form, 'url')).toHaveValue(/invoice\.pdf$/);

    await page.getByRole('button', { name: say.anotherOrder }).click();
    await question.getByRole('button', { name: say.leave }).click();
    await expect(page.getByRole('combobox', { name: words[language].search })).toBeFocused();
    await page.goto(`${server.url}/invoices/new?orderId=${order.id}`);
    await expect(form.submit).toBeVisible();
    await expect(page.getByText(say.restored)).toHaveCount(0);
  });
}

test('in Salla’s frame a draft survives the host’s reload, and the file is requested again', async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const say = createWords.en;
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInFrame(strictPage, server, { language: 'en', orderId: order.id });
  await fillIn(form, 'data');
  await fillIn(form, 'file');
  await strictPage.locator('#panel > summary').click();
  await strictPage.getByRole('button', { name: 'Expire the token' }).click();
  await expect(strictPage.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
  await expect(form.app.getByText(say.restored)).toContainText(say.chooseFileAgain('invoice.pdf'));
  await card(form, 'data').check();
  await expect(field(form, 'invoiceNumber')).toHaveValue('INV-2026/001');
  await fillIn(form, 'file');
  await form.submit.click();
  await expect(form.app.getByText(say.created.tax_invoice)).toBeVisible();
});

test('in Salla’s frame the host confirms before the form is left', async ({
  page,
  server,
  sandbox,
}) => {
  const say = createWords.ar;
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInFrame(page, server, { language: 'ar', orderId: order.id });
  await fillIn(form, 'url');
  await form.app.getByRole('button', { name: say.anotherOrder }).click();
  const question = page.getByRole('dialog', { name: say.leaveQuestion });
  await question.getByRole('button', { name: say.stay }).click();
  await expect(field(form, 'url')).toHaveValue(/invoice\.pdf$/);
});
