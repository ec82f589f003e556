import { expect } from '@playwright/test';
import { expectCreated } from '../../support/createdInvoice.ts';
import { type CreatePage, field, fillIn, openCreateInTab } from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import type { Sandbox } from '../../support/sandbox.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

const create = { method: 'POST', path: '/admin/v2/orders/invoices' };

/** Salla creates the invoice, but its answer and the order's invoices can't be read. */
async function loseTheAnswer(form: CreatePage, sandbox: Sandbox) {
  await sandbox.faults([{ ...create, answer: 'reset', after: true, ms: 1500, times: 1 }]);
  await form.submit.click();
  await expect.poll(() => sandbox.faultsLeft()).toBe(0);
  await sandbox.faults([{ method: 'GET', path: create.path, answer: '500' }]);
  const { maybeCreated } = createWords[form.language];
  await expect(form.app.getByRole('alert').filter({ hasText: maybeCreated })).toBeFocused();
  await sandbox.faults([]);
}

for (const language of languages) {
  const say = createWords[language];

  test(`an invoice that is left while it is created is created anyway, and a toast says so (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await fillIn(form, 'data');
    await sandbox.faults([{ ...create, answer: 'slow', ms: 4000 }]);
    await field(form, 'invoiceNumber').press('Enter');
    await expect(field(form, 'invoiceNumber')).toBeDisabled();
    await expect(page.locator('[type=submit]')).toBeFocused();
    await page.getByRole('button', { name: say.anotherOrder }).click();
    const question = page.getByRole('dialog', { name: say.beingCreated });
    await expect(question.getByRole('button', { name: say.stay })).toBeFocused();
    await question.getByRole('button', { name: say.leave }).click();
    await expect(page.getByRole('combobox', { name: words[language].search })).toBeVisible();
    await expect(page.getByText(say.createdLater(order.reference_id))).toBeVisible();
    await expectCreated(sandbox, order.id, 'tax_invoice', 'data');
  });

  test(`an unconfirmed creation that was left can be opened and checked again (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 50[24]/);
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await fillIn(form, 'url');
    await loseTheAnswer(form, sandbox);
    await page.getByRole('button', { name: say.anotherOrder }).click();
    const question = page.getByRole('dialog', { name: say.maybeCreated });
    await question.getByRole('button', { name: say.leave }).click();
    await expect(page.getByRole('combobox', { name: words[language].search })).toBeVisible();

    await page.goto(`${server.url}/invoices/new?orderId=${order.id}`);
    await expect(field(form, 'url')).toHaveValue(/invoice\.pdf$/);
    await expect(field(form, 'url')).toBeDisabled();
    await page.getByRole('button', { name: say.askAgain }).first().click();
    await expect(page.getByText(say.created.tax_invoice)).toBeVisible();
    await expectCreated(sandbox, order.id, 'tax_invoice', 'url');
  });

  test(`an unconfirmed creation is checked before editing: the created invoice is shown and nothing more is sent (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 50[24]/);
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await fillIn(form, 'data');
    await loseTheAnswer(form, sandbox);
    await page.getByRole('button', { name: say.checkAndEdit }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(form.submit).toBeDisabled();
    await expect(form.submit).toHaveAccessibleDescription(new RegExp(say.hasTaxInvoice));
    await expect(page.getByRole('button', { name: say.askAgain })).toHaveCount(0);
    await expectCreated(sandbox, order.id, 'tax_invoice', 'data');
  });
}
