import { expect } from '@playwright/test';
import {
  type CreatePage,
  card,
  type FieldName,
  field,
  openCreateInTab,
} from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages } from '../../support/words.ts';

/** Fills a field with an invalid value and expects the error below it. */
async function expectRefused(form: CreatePage, name: FieldName, typed: string, why: string) {
  const input = field(form, name);
  await input.fill(typed);
  await input.blur();
  await expect(input).toHaveAccessibleDescription(new RegExp(why));
  await expect(input).toHaveAttribute('aria-invalid', 'true');
}

for (const language of languages) {
  const say = createWords[language];

  test(`invalid values show an error at their field before Salla is called (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await form.submit.click();
    await expect(page.getByRole('alert')).toContainText(say.sourceRequired);

    await card(form, 'data').check();
    await expectRefused(form, 'subTotal', 'abc', say.notAnAmount);
    await expectRefused(form, 'subTotal', '1e309', say.notAnAmount);
    await expectRefused(form, 'subTotal', '9'.repeat(400), say.tooMuch);
    await expectRefused(form, 'subTotal', '1,00,000', say.notAnAmount);
    await field(form, 'subTotal').fill('١٬٠٠٠٫٥٠');
    await field(form, 'subTotal').blur();
    await expect(field(form, 'subTotal')).toHaveValue('1000.50');
    await expectRefused(form, 'shippingCost', '-5', say.negative);
    await expectRefused(form, 'total', '10.005', say.decimals);
    await expectRefused(form, 'tax', '115', say.rateTooLarge);
    await expectRefused(form, 'invoiceNumber', '', say.numberRequired);
    await expectRefused(form, 'invoiceNumber', '<b>1</b>', say.numberShape);
    await form.submit.click();
    await expect(field(form, 'invoiceNumber')).toBeFocused();

    await card(form, 'url').check();
    await expectRefused(form, 'url', 'http://files.example/invoice.pdf', say.notHttps);
    await expectRefused(form, 'url', 'javascript:alert(1)//.pdf', say.notHttps);
    await expectRefused(form, 'url', 'https://files.example/invoice.html', say.pdfEnding);
    await expectRefused(form, 'url', 'https://files.example/invoice.pdf?download=1', say.pdfEnding);
    await form.submit.click();
    await expect(field(form, 'url')).toBeFocused();
    expect(await sandbox.invoicesOf(order.id)).toEqual([]);
  });

  test(`amounts are parsed in local notation and checked against each other (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await card(form, 'data').check();
    const typed: readonly [FieldName, string, string][] = [
      ['subTotal', '١٠٠٫٥ ر.س', '100.50'],
      ['shippingCost', '10,5', '10.50'],
      ['cashOnDeliveryCost', '۰', '0.00'],
      ['tax', '١٥٪', '15'],
      ['taxValue', '1', '1.00'],
    ];
    for (const [name, text, understood] of typed) {
      await field(form, name).fill(text);
      await field(form, name).blur();
      await expect(field(form, name)).toHaveValue(understood);
    }
    // Thousands separators are refused with a suggestion.
    await field(form, 'shippingCost').fill('1,010.50');
    await page
      .getByRole('button', { name: say.useFor('1,010.50', say.fields.shippingCost) })
      .click();
    await expect(field(form, 'shippingCost')).toHaveValue('1010.50');
    await field(form, 'shippingCost').fill('10.50');
    // A difference is a warning with the expected figure, never an error.
    await page.getByRole('button', { name: say.useFor('16.65', say.fields.taxValue) }).click();
    await expect(field(form, 'taxValue')).toHaveValue('16.65');
    await page.getByRole('button', { name: say.useFor('127.65', say.fields.total) }).click();
    await field(form, 'total').fill('127');
    await page.getByRole('button', { name: say.fields.total, exact: true }).click();
    await expect(field(form, 'total')).toBeFocused();
    await field(form, 'invoiceNumber').fill('INV-2026/001');
    await form.submit.click();
    await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
  });
}
