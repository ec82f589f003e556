import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../chromium.ts';
import { card, type FieldName, field, inTab } from '../createPage.ts';
import { createWords } from '../createWords.ts';
import { type Desk, startDesk } from '../desk.ts';
import { sandboxAt } from '../sandbox.ts';
import { signInTab } from '../signIn.ts';
import { orderWithoutInvoice } from '../subjects.ts';
import { countScripts } from './countScripts.ts';
import type { Figure } from './table.ts';

/** What a person types: in each field something that is judged, and added up, at every key. */
const typed: readonly [FieldName, string][] = [
  ['invoiceNumber', 'INV-2026/00123'],
  ['subTotal', '12345.67'],
  ['shippingCost', '12.50'],
  ['cashOnDeliveryCost', '17.25'],
  ['tax', '15'],
  ['taxValue', '1856.31'],
  ['total', '14231.73'],
];

/** From now on notes how long each key took: from the press to the paint that shows it, in ms, by 8. */
function watchKeys(): void {
  const slowest = new Map<number, number>();
  const events = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('interactionId' in entry) || !entry.name.startsWith('key')) continue;
      const key = Number(entry.interactionId);
      if (key > 0) slowest.set(key, Math.max(slowest.get(key) ?? 0, entry.duration));
    }
    document.documentElement.dataset.keys = JSON.stringify([...slowest.values()]);
  }).observe(events);
}

/** Types into every field of entered amounts, on a CPU 4x slower; the times of the keys that took over 16 ms. */
async function typeAmounts(context: BrowserContext, desk: Desk): Promise<number[]> {
  const sandbox = sandboxAt(desk.sandboxUrl);
  const page = await context.newPage();
  const { order } = await orderWithoutInvoice(sandbox);
  await page.goto(`${desk.url}/invoices/new?orderId=${order.id}`);
  const form = inTab(page, 'en');
  await card(form, 'data').check();
  await page.waitForLoadState('networkidle');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(watchKeys);
  for (const [name, text] of typed) {
    await field(form, name).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text, { delay: 120 });
  }
  // The last keys are told of after their paint.
  await page.waitForTimeout(500);
  const keys: unknown = JSON.parse(
    (await page.evaluate(() => document.documentElement.dataset.keys)) ?? '[]',
  );
  await page.close();
  return Array.isArray(keys) ? keys.map(Number) : [];
}

/** The scripts that come when the page is opened from the list. */
async function ownKilobytes(context: BrowserContext, page: Page): Promise<number> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await page.waitForLoadState('networkidle');
  const kilobytes = countScripts(devtools);
  await page.getByRole('link', { name: createWords.en.newInvoice }).click();
  await page.getByText(createWords.en.whichOrder).waitFor();
  await page.waitForLoadState('networkidle');
  return kilobytes();
}

/** The create page: what it costs to open, and how it feels to type in it. Needs `npm run build`. */
export async function benchCreatePage(): Promise<Figure[]> {
  const desk = await startDesk();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  try {
    await sandboxAt(desk.sandboxUrl).plan(10_000);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await signInTab(page, desk.url, 'en');
    const own = await ownKilobytes(context, page);
    const keys = (await typeAmounts(context, desk)).sort((one, other) => other - one);
    const count = typed.reduce((sum, [, text]) => sum + text.length, 0);
    return [
      {
        name: 'JavaScript of the create page alone (kB on the wire)',
        measured: own,
        budget: null,
      },
      {
        // As INP counts: of every fifty the slowest is left out.
        name: 'typing in the create form on a slow CPU, a key to its paint, p98 (ms)',
        measured: keys[Math.floor(count / 50)] ?? 16,
        budget: 50,
      },
      {
        name: 'typing in the create form on a slow CPU, p50 (ms)',
        measured: keys[Math.floor(count / 2)] ?? 16,
        budget: null,
      },
    ];
  } finally {
    await browser.close();
    await desk.stop();
  }
}
