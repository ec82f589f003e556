import { expect } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { test } from '../../support/fixtures.ts';
import { selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages } from '../../support/words.ts';

test('by keyboard: x selects, Shift+x extends, Escape clears, and undo restores', async ({
  page,
  server,
}) => {
  await signInTab(page, server.url, 'en');
  const say = selectionWords.en;
  const { bar, box } = selectionOn(page, 'en');
  await expect(box(3)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(box(0)).toBeChecked();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(bar).toContainText(say.three);
  await expect(bar).toContainText('3 invoices');

  // Escape in a dialog keeps the selection.
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(bar).toContainText(say.three);

  await page.keyboard.press('Escape');
  await expect(box(0)).not.toBeChecked();
  await bar.getByRole('button', { name: say.restore }).click();
  await expect(bar).toContainText(say.three);

  await bar.getByRole('button', { name: say.clear }).press('Enter');
  await expect(bar.getByRole('button', { name: say.restore })).toBeFocused();
});

test('the keys start from the focused checkbox', async ({ page, server }) => {
  await signInTab(page, server.url, 'en');
  const { box } = selectionOn(page, 'en');
  await box(1).press('Space');
  await expect(box(1)).toBeChecked();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(box(2)).toBeChecked();
});

test('Shift and a click select all rows in between, also on the cell around the checkbox', async ({
  page,
  server,
}) => {
  await signInTab(page, server.url, 'en');
  const { bar, box } = selectionOn(page, 'en');
  await box(1).click();
  await page
    .locator('tbody tr')
    .nth(4)
    .locator('td')
    .first()
    .click({ modifiers: ['Shift'], position: { x: 4, y: 4 } });
  await expect(bar).toContainText('4 invoices');
  await box(3).click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('2 invoices');
  await expect(page).toHaveURL(/\/invoices$/);
});

for (const language of languages) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds no violation on a list with a selection (${language}, ${theme})`, async ({
      page,
      server,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.context().addCookies([{ name: 'theme', value: theme, url: server.url }]);
      await signInTab(page, server.url, language);
      const { bar, pageBox } = selectionOn(page, language);
      await pageBox.click();
      await expect(bar).toBeVisible();
      await expectNoViolations(page, 'a selected page');
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoViolations(page, 'a selected page on a phone');
    });
  }
}

test('on a phone a tap on a card’s edge selects it', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInTab(page, server.url, 'en');
  const { bar, box, pageBox } = selectionOn(page, 'en');
  const cell = page.locator('tbody tr').nth(1).locator('td').first();
  await expect(box(1)).toBeVisible();
  const size = await cell.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await cell.click({ position: { x: 10, y: 80 } });
  await expect(box(1)).toBeChecked();
  await pageBox.click();
  await expect(bar).toContainText('15 invoices');
  for (const button of await bar.getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});
