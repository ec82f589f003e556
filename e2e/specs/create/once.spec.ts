import { expect } from '@playwright/test';
import { expectCreated } from '../../support/createdInvoice.ts';
import { field, fillIn, openCreateInFrame, openCreateInTab } from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages } from '../../support/words.ts';

const create = { method: 'POST', path: '/admin/v2/orders/invoices' };

test('a double click creates one invoice, in a tab', async ({ page, server, sandbox }) => {
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInTab(page, server, { language: 'ar', orderId: order.id });
  await fillIn(form, 'data');
  await sandbox.faults([{ ...create, answer: 'slow', ms: 500 }]);
  await form.submit.dblclick();
  await expect(page.getByText(createWords.ar.created.tax_invoice).first()).toBeVisible();
  await expectCreated(sandbox, order.id, 'tax_invoice', 'data');
});

test("a double click creates one invoice, in Salla's frame", async ({ page, server, sandbox }) => {
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInFrame(page, server, { language: 'en', orderId: order.id });
  await fillIn(form, 'data');
  await sandbox.faults([{ ...create, answer: 'slow', ms: 500 }]);
  await form.submit.dblclick();
  await expect(form.app.getByText(createWords.en.created.tax_invoice)).toBeVisible();
  await expectCreated(sandbox, order.id, 'tax_invoice', 'data');
});

test('an invoice whose answer was lost is found automatically', async ({
  page,
  server,
  sandbox,
}) => {
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInTab(page, server, { language: 'en', orderId: order.id });
  await fillIn(form, 'file');
  await sandbox.faults([{ ...create, answer: 'reset', after: true, times: 1 }]);
  await form.submit.click();
  await expect(page.getByText(createWords.en.created.tax_invoice).first()).toBeVisible();
  await expectCreated(sandbox, order.id, 'tax_invoice', 'file');
});

for (const language of languages) {
  const say = createWords[language];

  test(`an unconfirmed creation can be checked again, also after a reload (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 50[24]/);
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await fillIn(form, 'data');
    await sandbox.faults([{ ...create, answer: 'reset', after: true, ms: 1500, times: 1 }]);
    await form.submit.click();
    // Salla has created it, and its answer is about to be lost.
    await expect.poll(() => sandbox.faultsLeft()).toBe(0);
    await sandbox.faults([{ method: 'GET', path: create.path, answer: '500' }]);
    await expect(page.getByRole('alert').filter({ hasText: say.maybeCreated })).toBeFocused();

    await expect(field(form, 'total')).toBeDisabled();
    await expect(form.submit).toHaveCount(0);

    await sandbox.faults([]);
    if (language === 'ar') await page.reload();
    // In the alert, and in place of the page's own button.
    const askAgain = page.getByRole('button', { name: say.askAgain });
    await expect(askAgain).toHaveCount(2);
    await askAgain.nth(language === 'ar' ? 0 : 1).click();
    await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
    await expectCreated(sandbox, order.id, 'tax_invoice', 'data');
  });
}
