import { expect } from '@playwright/test';
import { card, field, fillIn, openCreateInTab } from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = createWords[language];

  test(`on a phone an invoice is created without horizontal scrolling (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const expectNoSidewaysScroll = async (where: string) => {
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, where).toBe(0);
    };
    await page.setViewportSize({ width: 390, height: 844 });
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language });
    await page.getByRole('combobox', { name: words[language].search }).fill('5');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNoSidewaysScroll('choosing the order');
    const search = page.getByRole('combobox', { name: words[language].search });
    await search.fill(String(order.reference_id));
    await page
      .getByRole('option', { name: new RegExp(String(order.reference_id)) })
      .first()
      .click();
    await expect(card(form, 'order')).toBeVisible();
    await expectNoSidewaysScroll('nothing chosen');
    for (const dataType of ['order', 'file', 'url', 'data'] as const) {
      await fillIn(form, dataType);
      await expectNoSidewaysScroll(dataType);
    }
    await field(form, 'taxValue').fill('1,00,000');
    await field(form, 'total').fill('1');
    await form.submit.click();
    await expect(field(form, 'taxValue')).toBeFocused();
    await expectNoSidewaysScroll('refused');
    await field(form, 'taxValue').fill('1');
    await form.submit.click();
    await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
    await expectNoSidewaysScroll('created');
  });
}
