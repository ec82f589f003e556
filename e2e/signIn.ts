import type { Page } from '@playwright/test';

/** Signs in in a tab through the sandbox's consent page, as a person does, and ends on the invoices page. */
export async function signInTab(page: Page, url: string, language: 'ar' | 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: language, url }]);
  await page.goto(`${url}/`);
  await page
    .getByRole('link', {
      name: language === 'ar' ? 'تسجيل الدخول بحساب سلة' : 'Sign in with Salla',
    })
    .click();
  await page.getByRole('button', { name: /^(Allow|موافقة|سماح|السماح)/ }).click();
  await page.waitForURL(`${url}/invoices**`);
}
