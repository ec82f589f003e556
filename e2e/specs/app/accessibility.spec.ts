import { expect } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

const themes = ['light', 'dark'] as const;

for (const language of languages) {
  for (const theme of themes) {
    test(`axe finds no violation on any page (${language}, ${theme})`, async ({
      page,
      server,
      sandbox,
      consoleGuard,
    }) => {
      consoleGuard.expectConsole(/status of 40[14]/);
      const say = words[language];
      // Wait for fades to end: they change the contrast.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const { order, invoice } = await mailableOrder(sandbox);
      await page.context().addCookies([
        { name: 'language', value: language, url: server.url },
        { name: 'theme', value: theme, url: server.url },
      ]);
      await page.goto(`${server.url}/invoices`);
      await expect(page.getByRole('link', { name: say.signIn })).toBeVisible();
      await expectNoViolations(page, 'sign in');

      await signInTab(page, server.url, language);
      await expect(page.getByRole('row').nth(3)).toBeVisible();
      await expectNoViolations(page, 'invoices');

      await page.goto(`${server.url}/invoices/${invoice.id}`);
      await page.getByRole('button', { name: say.resendOrder(order.reference_id) }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page, 'invoice with the question');
      await page.getByRole('dialog').getByRole('button', { name: say.send, exact: true }).click();
      await expect(page.getByText(say.accepted).first()).toBeVisible({ timeout: 20_000 });
      await expectNoViolations(page, 'invoice, sent');

      await page.goto(`${server.url}/deliveries`);
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      await expectNoViolations(page, 'resends');

      await page.goto(`${server.url}/nowhere`);
      await expect(page.getByRole('heading', { name: say.notFound })).toBeVisible();
      await expectNoViolations(page, 'not found');
    });
  }
}
