import type { Page } from '@playwright/test';
import { type Language, words } from './words.ts';

/** Signs in in a tab through the sandbox's consent page and ends on the invoices page. */
export async function signInTab(page: Page, url: string, language: Language): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: language, url }]);
  await page.goto(`${url}/invoices`);
  await page.getByRole('link', { name: words[language].signIn }).click();
  await page.getByRole('button', { name: words[language].allow }).click();
  await page.waitForURL(`${url}/invoices`);
}
