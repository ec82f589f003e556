import { expect } from '@playwright/test';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { words } from '../../support/words.ts';

test('the create page and its validation rules load when it is opened', async ({
  page,
  server,
}) => {
  const scripts: Promise<string>[] = [];
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    scripts.push(response.text());
    await route.fulfill({ response });
  });
  /** Whether the loaded scripts contain the contract's rules (by rule name). */
  const rulesCame = async () => {
    const texts = await Promise.all(scripts);
    return texts.some((text) => text.includes('number_shape'));
  };
  await signInTab(page, server.url, 'en');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await expect(page.getByText(words.en.addsUp).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(scripts.length).toBeGreaterThan(3);
  expect(await rulesCame()).toBe(false);

  await page.goBack();
  await page.getByRole('link', { name: createWords.en.newInvoice }).click();
  await expect(page.getByText(createWords.en.whichOrder)).toBeVisible();
  expect(await rulesCame()).toBe(true);
});
