import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { languages, words } from '../../support/words.ts';

test('a token that runs out while staff work is renewed once, and they stay where they were', async ({
  strictPage,
  desk,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { page, app } = await openInFrame(strictPage, desk.sandboxUrl, {
    language: 'en',
    lifetimeSeconds: 10,
  });
  const frame = page.locator('#app-frame');
  await app.getByLabel('Rows per page').selectOption('30');
  await expect(async () => {
    await app.getByRole('button', { name: 'Next page' }).click({ timeout: 1000 });
    await expect(frame).toHaveAttribute('data-refreshes', '1', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await page.locator('#frame-area[data-state="ready"]').waitFor();
  await expect(app.getByLabel('Rows per page')).toHaveValue('30');
  await expect(app.getByRole('button', { name: 'Previous page' })).toBeEnabled();
  await expect(frame).toHaveAttribute('data-refreshes', '1');
});

test('a page that is opened with an expired token renews it once', async ({
  strictPage,
  desk,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { page, app } = await openInFrame(strictPage, desk.sandboxUrl, { language: 'en' });
  await page.locator('#panel > summary').click();
  await page.getByRole('button', { name: 'Expire the token' }).click();
  await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
  await page.locator('#frame-area[data-state="ready"]').waitFor();
  await expect(app.getByRole('row').nth(5)).toBeVisible();
  await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
});

for (const language of languages) {
  test(`a second bad token ends in a page that says so, not in a loop (${language})`, async ({
    page,
    desk,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 401/);
    const search = new URLSearchParams({ lang: language, tokens: 'bad', path: '/invoices' });
    await page.goto(`${desk.sandboxUrl}/?${search}`);
    const app = page.frameLocator('#app-frame');
    await expect(app.getByRole('heading', { name: words[language].refused })).toBeVisible();
    await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
  });
}
