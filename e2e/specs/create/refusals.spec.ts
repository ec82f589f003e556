import { expect } from '@playwright/test';
import {
  type CreatePage,
  card,
  field,
  fillIn,
  openCreateInFrame,
  openCreateInTab,
} from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice, orderWithTaxInvoice } from '../../support/subjects.ts';
import { languages } from '../../support/words.ts';

const places = [
  { where: 'in a tab', open: openCreateInTab },
  { where: "in Salla's frame", open: openCreateInFrame },
];
const settings = 'https://s.salla.sa/settings';

/** An alert above the form with Salla's own words, focused, with a link to what to change. */
async function expectAlert({ app, language }: CreatePage, title: string, original: string) {
  const alert = app.getByRole('alert').filter({ hasText: title });
  await expect(alert).toContainText(original);
  await expect(alert).toBeFocused();
  const link = alert.getByRole('link', { name: createWords[language].openSettings });
  await expect(link).toHaveAttribute('href', settings);
}

for (const language of languages) {
  const say = createWords[language];

  for (const { where, open } of places) {
    test(`${where} (${language}): Salla's errors about number and type stand at their fields`, async ({
      page,
      server,
      sandbox,
      consoleGuard,
    }) => {
      consoleGuard.expectConsole(/status of 422/);
      const taken = (await sandbox.invoices()).find(({ invoice_number }) => invoice_number);
      const { order } = await orderWithoutInvoice(sandbox);
      const form = await open(page, server, { language, orderId: order.id });
      await card(form, 'data').check();
      const number = field(form, 'invoiceNumber');
      await number.fill(String(taken?.invoice_number));
      await form.submit.click();
      await expect(number).toBeFocused();
      await expect(number).toHaveAccessibleDescription(new RegExp(say.numberRepeated));
      await expect(number).toHaveAccessibleDescription(/رقم الفاتورة مكرر/);

      await sandbox.createInvoice(order.id, 'tax_invoice');
      await number.fill('INV-2026/001');
      await form.submit.click();
      const type = form.app.getByRole('group', { name: say.type });
      await expect(type.getByRole('alert')).toContainText(say.invoicedBefore);
      await expect(type.getByRole('alert')).toContainText('تم اصدار فاتورة للطلب سابقا');
      await expect(type.getByRole('alert')).toBeFocused();
      await expect(number).toHaveValue('INV-2026/001');
    });

    test(`${where} (${language}): Salla's error about the store's setting stands above the form and is remembered`, async ({
      page,
      server,
      sandbox,
      consoleGuard,
    }) => {
      consoleGuard.expectConsole(/status of 422/);
      const { order } = await orderWithoutInvoice(sandbox);
      const form = await open(page, server, { language, orderId: order.id });
      // After an error the page loads the order's invoices again: the one created below must not be among them.
      const submitAndReload = async () => {
        const reloaded = page.waitForResponse(/\/api\/invoices\?/);
        await form.submit.click();
        await reloaded;
      };
      await fillIn(form, 'url');
      await sandbox.issuance('salla');
      await submitAndReload();
      await expectAlert(form, say.unfit, 'هذا النوع لايتناسب مع إعدادات طريقة إصدار الفواتير');
      await expect(card(form, 'url')).toHaveAccessibleDescription(say.mayRefuse);
      await expect(card(form, 'order')).not.toHaveAccessibleDescription(say.mayRefuse);

      await sandbox.issuance('default_provider');
      await submitAndReload();
      await expectAlert(form, say.defaultProvider, 'تتبع المزود الافتراضي');

      await sandbox.issuance('custom');
      await sandbox.createInvoice(order.id, 'tax_invoice');
      await sandbox.issuance('salla');
      await card(form, 'order').check();
      await form.submit.click();
      await expectAlert(form, say.earlierInvoice, 'هنالك فاتورة مسبقة لهذا الطلب');
    });
  }

  test(`an error in another shape marks its fields, and one without fields stands above (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 422/);
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    const refuse = (body: object) =>
      sandbox.faults([
        { method: 'POST', path: '/admin/v2/orders/invoices', answer: 'body', status: 422, body },
      ]);
    await fillIn(form, 'data');
    const errors = { total: ['The total is wrong.'], invoice_number: ['The number is taken.'] };
    await refuse({ message: 'Not valid.', errors });
    await form.submit.click();
    await expect(field(form, 'invoiceNumber')).toHaveAccessibleDescription(/The number is taken\./);
    await expect(field(form, 'total')).toHaveAccessibleDescription(/The total is wrong\./);

    await field(form, 'invoiceNumber').fill('INV-2026/002');
    await field(form, 'total').fill('1');
    await refuse({ success: false, error: 'made_up', message: 'The shop is closed.' });
    await form.submit.click();
    const alert = page.getByRole('alert').filter({ hasText: say.refused });
    await expect(alert).toContainText('The shop is closed.');
    await expect(alert).toBeFocused();
  });

  test(`a credit note that Salla would refuse can't be started, and the page says why (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of (404|422)/);
    const type = 'credit_note';
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id, type });
    const creditNote = page.getByRole('radio', { name: say.types.credit_note });
    await expect(creditNote).toBeDisabled();
    await expect(creditNote).toHaveAccessibleDescription(new RegExp(say.hasNoTaxInvoice));
    await expect(form.submit).toHaveCount(0);

    const corrected = (await orderWithTaxInvoice(sandbox)).order;
    await page.goto(`${server.url}/invoices/new?orderId=${corrected.id}&type=credit_note`);
    await fillIn(form, 'url');
    await sandbox.createInvoice(corrected.id, type);
    await form.submit.click();
    await expect(page.getByRole('group', { name: say.type }).getByRole('alert')).toContainText(
      say.creditedBefore,
    );
    await page.reload();
    await expect(creditNote).toHaveAccessibleDescription(new RegExp(say.hasCreditNote));

    await page.goto(`${server.url}/invoices/new?orderId=1`);
    await expect(page.getByText(say.noSuchOrder)).toBeVisible();
  });
}
