/** `npm run pictures`: takes the README's pictures of the product as it is now. Needs `npm run build`. */
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { mailableOrders, requestBatch, sendFault, slowSending } from '../batches.ts';
import { chromiumArguments, findChromium } from '../chromium.ts';
import { fillIn, openCreateInTab } from '../createPage.ts';
import { startDesk } from '../desk.ts';
import { openInFrame } from '../frame.ts';
import { sandboxAt } from '../sandbox.ts';
import { signInTab } from '../signIn.ts';
import { mailableOrder, orderWithoutInvoice } from '../subjects.ts';
import { type Language, words } from '../words.ts';

const desk = await startDesk();
const sandbox = sandboxAt(desk.sandboxUrl);
const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(executablePath && { executablePath }),
});
const picture = (name: string) => ({ path: join(import.meta.dirname, `${name}.png`) });

async function contextIn(
  language: Language,
  theme: 'light' | 'dark',
  width: number,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  await context.addCookies([
    { name: 'language', value: language, url: desk.url },
    { name: 'theme', value: theme, url: desk.url },
  ]);
  return context;
}

async function invoicesInArabic() {
  const page = await (await contextIn('ar', 'light', 1280)).newPage();
  await signInTab(page, desk.url, 'ar');
  await page.getByRole('row').nth(5).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot(picture('invoices-ar'));
}

async function invoiceInEnglish() {
  const { order, invoice } = await mailableOrder(sandbox);
  const page = await (await contextIn('en', 'dark', 1280)).newPage();
  await signInTab(page, desk.url, 'en');
  await page.goto(`${desk.url}/invoices/${invoice.id}`);
  await page.getByRole('button', { name: words.en.resendOrder(order.reference_id) }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.en.send, exact: true }).click();
  await page.getByText(words.en.accepted).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot(picture('invoice-en-dark'));
}

async function newInvoice() {
  const { order } = await orderWithoutInvoice(sandbox);
  const page = await (await contextIn('en', 'light', 1280)).newPage();
  const form = await openCreateInTab(page, desk, { language: 'en', orderId: order.id });
  await fillIn(form, 'data');
  await page.setViewportSize({ width: 1280, height: 1100 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForLoadState('networkidle');
  await page.screenshot(picture('create-en'));
}

async function insideSalla() {
  const page = await (await contextIn('ar', 'light', 1440)).newPage();
  const { app } = await openInFrame(page, desk.sandboxUrl, { language: 'ar' });
  await app.getByRole('row').nth(5).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot(picture('embedded-ar'));
}

async function onAPhone() {
  const page = await (await contextIn('en', 'light', 390)).newPage();
  await signInTab(page, desk.url, 'en');
  await page
    .getByRole('button', { name: /^(Send|Resend) the/ })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot(picture('phone-en'));
}

async function manyResends() {
  const orders = (await mailableOrders(sandbox)).slice(0, 45).map(({ id }) => id);
  const [refused = 0, alsoRefused = 0, unclear = 0] = orders;
  await sandbox.faults([
    sendFault(refused, { answer: '422' }),
    sendFault(alsoRefused, { answer: '422' }),
    sendFault(unclear, { answer: '500' }),
    slowSending(1500),
  ]);
  const page = await (await contextIn('ar', 'light', 1280)).newPage();
  await signInTab(page, desk.url, 'ar');
  const batchId = await requestBatch(page, orders);
  await page.goto(`${desk.url}/deliveries/batches/${batchId}`);
  await page
    .getByText(/قبلت سلة 1\d من/)
    .first()
    .waitFor();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.screenshot(picture('batch-ar'));
}

try {
  await invoicesInArabic();
  await invoiceInEnglish();
  await newInvoice();
  await insideSalla();
  await onAPhone();
  await manyResends();
} finally {
  await browser.close();
  await desk.stop();
}
