import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder } from '../../support/subjects.ts';

const millimetre = 96 / 25.4;

test('an invoice prints as a document on A4: no interface, both languages, its QR code at 35 mm', async ({
  page,
  context,
  server,
  sandbox,
}) => {
  const { order, invoice } = await mailableOrder(sandbox);
  await signInTab(page, server.url, 'en');
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto(`${server.url}/invoices/${invoice.id}`);
  const code = page.getByRole('img', { name: 'The QR code of this invoice' });
  await expect(code).toBeVisible();

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText(String(order.reference_id)).first()).toBeVisible();
  await expect(page.getByText(/طريقة الدفع/).first()).toBeVisible();
  await expect(page.getByText(/Payment method/).first()).toBeVisible();
  const box = await code.boundingBox();
  expect(Math.abs((box?.width ?? 0) - 35 * millimetre)).toBeLessThan(4);
  // White paper although the dark theme is asked for: the corner of what is printed.
  const corner = await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  const blank = await context.newPage();
  expect(corner.equals(await blank.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } }))).toBe(
    true,
  );
});
