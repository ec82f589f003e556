import { expect, type Page } from '@playwright/test';
import { expectCreated } from '../../support/createdInvoice.ts';
import { fillIn, openCreateInFrame } from '../../support/createPage.ts';
import { createWords, type DataType, type InvoiceType } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice, orderWithTaxInvoice } from '../../support/subjects.ts';
import type { Language } from '../../support/words.ts';

const made: readonly [DataType, InvoiceType, Language][] = [
  ['data', 'tax_invoice', 'en'],
  ['url', 'credit_note', 'en'],
  ['file', 'tax_invoice', 'ar'],
  ['order', 'credit_note', 'ar'],
];

/** Set with the sandbox's own switches. */
async function issueThroughSalla(page: Page) {
  await page.locator('#panel > summary').click();
  await page.getByLabel('من يُصدر الفواتير').selectOption('salla');
  await expect(page.locator('#panel-outcome')).toHaveText('تم');
}

for (const [dataType, type, language] of made) {
  const say = createWords[language];

  test(`in Salla's frame (${language}): a ${type} is created from ${dataType} with the host's button`, async ({
    strictPage,
    server,
    sandbox,
  }) => {
    const subject = type === 'tax_invoice' ? orderWithoutInvoice : orderWithTaxInvoice;
    const { order } = await subject(sandbox);
    const form = await openCreateInFrame(strictPage, server, { language, orderId: order.id, type });
    if (dataType === 'order') await issueThroughSalla(strictPage);
    await expect(form.submit).toHaveText(say.create[type]);
    // A second button follows the last field.
    await expect(form.app.getByRole('button', { name: say.create[type] })).toBeVisible();
    await fillIn(form, dataType);
    await form.submit.click();

    await expect(form.app.getByText(say.created[type])).toBeVisible();
    await expectCreated(sandbox, order.id, type, dataType);
    await expect(strictPage.locator('#primary-action')).not.toHaveText(say.create[type]);
  });
}
