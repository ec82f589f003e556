import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { languages, words } from '../../support/words.ts';

test('a token that expires during work is renewed once and the page stays', async ({
  strictPage,
  server,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, {
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

test('a page that opens with an expired token renews it once', async ({
  strictPage,
  server,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en' });
  await page.locator('#panel > summary').click();
  await page.getByRole('button', { name: 'Expire the token' }).click();
  await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
  await page.locator('#frame-area[data-state="ready"]').waitFor();
  await expect(app.getByRole('row').nth(5)).toBeVisible();
  await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
});

for (const language of languages) {
  test(`a second refused token shows a page instead of looping (${language})`, async ({
    page,
    server,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 401/);
    const search = new URLSearchParams({ lang: language, tokens: 'bad', path: '/invoices' });
    await page.goto(`${server.sandboxUrl}/?${search}`);
    const app = page.frameLocator('#app-frame');
    await expect(app.getByRole('heading', { name: words[language].refused })).toBeVisible();
    await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1');
  });
}
