import { expect } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { field, fillIn, openCreateInTab } from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages } from '../../support/words.ts';

for (const language of languages) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds no violation on the create page in any state (${language}, ${theme})`, async ({
      page,
      server,
      sandbox,
      consoleGuard,
    }) => {
      consoleGuard.expectConsole(/status of 422/);
      // Each axe run of the whole page takes seconds on a busy machine.
      test.slow();
      const say = createWords[language];
      // Wait for fades to end: they change the contrast.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.context().addCookies([{ name: 'theme', value: theme, url: server.url }]);
      const { order } = await orderWithoutInvoice(sandbox);
      const form = await openCreateInTab(page, server, { language, orderId: order.id });
      await form.submit.click();
      await expect(page.getByRole('alert')).toContainText(say.sourceRequired);
      await expectNoViolations(page, 'no data type');
      await fillIn(form, 'file');
      await expect(page.getByTitle(say.preview('invoice.pdf'))).toBeVisible();
      await expectNoViolations(page, 'a file');
      await fillIn(form, 'data');
      await field(form, 'shippingCost').fill('-1');
      await field(form, 'tax').fill('33');
      await form.submit.click();
      await expect(field(form, 'shippingCost')).toBeFocused();
      await expectNoViolations(page, 'entered amounts, refused');

      await fillIn(form, 'url');
      await sandbox.issuance('default_provider');
      await form.submit.click();
      await expect(page.getByRole('alert')).toContainText(say.defaultProvider);
      await expectNoViolations(page, 'refused by Salla, the setting learned');

      await sandbox.issuance('custom');
      await form.submit.click();
      await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
      await expectNoViolations(page, 'created');
    });
  }
}
