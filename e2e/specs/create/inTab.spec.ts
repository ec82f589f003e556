import { expect } from '@playwright/test';
import { expectCreated } from '../../support/createdInvoice.ts';
import { field, fillIn, openCreateInTab } from '../../support/createPage.ts';
import { createWords, type DataType, type InvoiceType } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice, orderWithTaxInvoice } from '../../support/subjects.ts';
import type { Language } from '../../support/words.ts';

const made: readonly [DataType, InvoiceType, Language][] = [
  ['data', 'tax_invoice', 'ar'],
  ['url', 'tax_invoice', 'en'],
  ['file', 'tax_invoice', 'ar'],
  ['order', 'tax_invoice', 'en'],
  ['data', 'credit_note', 'en'],
  ['url', 'credit_note', 'ar'],
  ['file', 'credit_note', 'en'],
  ['order', 'credit_note', 'ar'],
];

for (const [dataType, type, language] of made) {
  const say = createWords[language];

  test(`in a tab (${language}): a ${type} is created from ${dataType}, and its page offers to send it`, async ({
    page,
    server,
    sandbox,
  }) => {
    if (dataType === 'order') await sandbox.issuance('salla');
    const subject = type === 'tax_invoice' ? orderWithoutInvoice : orderWithTaxInvoice;
    const { order, customer } = await subject(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id, type });
    await expect(page.getByText(String(order.reference_id)).first()).toBeVisible();
    await expect(page.getByText(customer.first_name).first()).toBeVisible();
    if (type === 'credit_note') await expect(page.getByText(say.corrects)).toBeVisible();
    await fillIn(form, dataType);
    // Prefilled from the order, or from the invoice that the note corrects.
    if (dataType === 'data') await expect(field(form, 'total')).toHaveValue(/^\d+\.\d\d$/);
    await form.submit.click();

    await expect(page.getByText(say.created[type]).first()).toBeVisible();
    await expect(page.getByRole('button', { name: say.sendItNow })).toBeVisible();
    const id = await expectCreated(sandbox, order.id, type, dataType);
    await expect(page).toHaveURL(`${server.url}/invoices/${id}`);
  });
}
