import { expect, type Locator, type Page } from '@playwright/test';
import { expectCreated } from '../../support/createdInvoice.ts';
import { card, field, inTab } from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

/** Presses Tab until the target has the focus, at most twenty times. */
async function tabTo(page: Page, wanted: Locator) {
  for (let stops = 0; stops < 20; stops++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not lead there');
}

for (const language of languages) {
  const say = createWords[language];

  test(`an order is found and its invoice created by keyboard alone (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await orderWithoutInvoice(sandbox);
    await signInTab(page, server.url, language);
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    await page.keyboard.press('n');
    await expect(page.getByRole('combobox', { name: words[language].search })).toBeFocused();
    await page.keyboard.type(String(order.reference_id));
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`orderId=${order.id}`));

    const form = inTab(page, language);
    await tabTo(page, page.getByRole('radio', { name: say.types.tax_invoice }));
    await tabTo(page, card(form, 'order'));
    await page.keyboard.press('ArrowDown');
    await expect(card(form, 'data')).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await expect(card(form, 'url')).toBeChecked();
    await expect(field(form, 'total')).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
    await tabTo(page, field(form, 'invoiceNumber'));
    await page.keyboard.press('Enter');
    await expect(field(form, 'invoiceNumber')).toHaveAccessibleDescription(/INV-2026/);
    await expect(field(form, 'invoiceNumber')).toBeFocused();
    await page.keyboard.type('INV-2026/001');
    await page.keyboard.press('Enter');

    await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
    await expectCreated(sandbox, order.id, 'tax_invoice', 'data');
  });
}
