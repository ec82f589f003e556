/**
 * `npm run pictures`: takes the README's pictures of the product as it is now. Needs `npm run build`. Twice the same product is twice the
 * same files: each picture has a server of its own, whose clock begins at one instant, and a browser whose clock stands.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { mailableOrders, requestBatch, sendFault } from '../support/batches.ts';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { fillIn, openCreateInTab } from '../support/createPage.ts';
import { openInFrame } from '../support/frame.ts';
import { type Sandbox, sandboxAt } from '../support/sandbox.ts';
import { signInTab } from '../support/signIn.ts';
import { type Server, startServer } from '../support/startServer.ts';
import { mailableOrder, orderWithoutInvoice } from '../support/subjects.ts';
import { type Language, words } from '../support/words.ts';
import { picturesBeginAt } from './instant.ts';

const executablePath = findChromium();
const browser = await chromium.launch({
  // What is drawn again in part has other roundings at its edges than what is drawn whole.
  args: [...chromiumArguments, '--disable-partial-raster'],
  ...(executablePath && { executablePath }),
});
/** Where the pictures go: beside this file, unless the command names another folder. */
const folder = process.argv[2] ?? import.meta.dirname;
const clock = pathToFileURL(join(import.meta.dirname, 'clock.ts')).href;

interface Scene {
  server: Server;
  sandbox: Sandbox;
  take: (page: Page) => Promise<void>;
}

async function contextIn(
  server: Server,
  language: Language,
  theme: 'light' | 'dark',
  width: number,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    // A transition that was drawn half way leaves its traces in the corners.
    reducedMotion: 'reduce',
  });
  // Half a minute after the server's beginning: what it did since has just been done.
  await context.clock.setFixedTime(picturesBeginAt + 30_000);
  await context.addCookies([
    { name: 'language', value: language, url: server.url },
    { name: 'theme', value: theme, url: server.url },
  ]);
  return context;
}

async function invoicesInArabic({ server, take }: Scene) {
  const page = await (await contextIn(server, 'ar', 'light', 1280)).newPage();
  await signInTab(page, server.url, 'ar');
  await page.getByRole('row').nth(5).waitFor();
  await take(page);
}

async function invoiceInEnglish({ server, sandbox, take }: Scene) {
  const { order, invoice } = await mailableOrder(sandbox);
  const page = await (await contextIn(server, 'en', 'dark', 1280)).newPage();
  await signInTab(page, server.url, 'en');
  await page.goto(`${server.url}/invoices/${invoice.id}`);
  await page.getByRole('button', { name: words.en.resendOrder(order.reference_id) }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.en.send, exact: true }).click();
  // Without its toast, which goes by itself, sooner or later than the picture.
  const toast = page.getByText(/Salla accepted the invoice/).first();
  await toast.waitFor();
  await toast.waitFor({ state: 'hidden' });
  await page.getByText(words.en.accepted).first().waitFor();
  await page.mouse.move(0, 0);
  await take(page);
}

async function newInvoice({ server, sandbox, take }: Scene) {
  const { order } = await orderWithoutInvoice(sandbox);
  const page = await (await contextIn(server, 'en', 'light', 1280)).newPage();
  const form = await openCreateInTab(page, server, { language: 'en', orderId: order.id });
  await fillIn(form, 'data');
  await page.setViewportSize({ width: 1280, height: 1100 });
  await page.evaluate(() => scrollTo(0, 0));
  await take(page);
}

async function insideSalla({ server, take }: Scene) {
  const page = await (await contextIn(server, 'ar', 'light', 1440)).newPage();
  const { app } = await openInFrame(page, server.sandboxUrl, { language: 'ar' });
  await app.getByRole('row').nth(5).waitFor();
  await take(page);
}

async function onAPhone({ server, take }: Scene) {
  const page = await (await contextIn(server, 'en', 'light', 390)).newPage();
  await signInTab(page, server.url, 'en');
  await page
    .getByRole('button', { name: /^(Resend|Send)/ })
    .first()
    .waitFor();
  await take(page);
}

/** Twelve are accepted, two refused, one is unclear; Salla answers no more of them, so that the batch stands still. */
async function manyResends({ server, sandbox, take }: Scene) {
  const orders = (await mailableOrders(sandbox)).slice(0, 45).map(({ id }) => id);
  const [refused = 0, alsoRefused = 0, unclear = 0] = orders;
  await sandbox.faults([
    sendFault(refused, { answer: '422' }),
    sendFault(alsoRefused, { answer: '422' }),
    sendFault(unclear, { answer: '500' }),
    ...orders.slice(15).map((id) => sendFault(id, { answer: 'hang' })),
  ]);
  const page = await (await contextIn(server, 'ar', 'light', 1280)).newPage();
  await signInTab(page, server.url, 'ar');
  const batchId = await requestBatch(page, orders);
  await page.goto(`${server.url}/deliveries/batches/${batchId}`);
  await page
    .getByText(/قبلت سلة 12 من/)
    .first()
    .waitFor();
  await page.setViewportSize({ width: 1280, height: 1000 });
  await take(page);
}

const scenes = {
  'invoices-ar': invoicesInArabic,
  'invoice-en-dark': invoiceInEnglish,
  'create-en': newInvoice,
  'embedded-ar': insideSalla,
  'phone-en': onAPhone,
  'batch-ar': manyResends,
};

try {
  for (const [name, play] of Object.entries(scenes)) {
    const server = await startServer({ NODE_OPTIONS: `--import=${clock}` });
    try {
      const take = async (page: Page) => {
        await page.waitForLoadState('networkidle');
        const path = join(folder, `${name}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      };
      await play({ server, sandbox: sandboxAt(server.sandboxUrl), take });
    } finally {
      await server.stop();
    }
  }
} finally {
  await browser.close();
}
