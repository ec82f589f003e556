import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { card, type FieldName, field, inTab } from '../support/createPage.ts';
import { createWords } from '../support/createWords.ts';
import { sandboxAt } from '../support/sandbox.ts';
import { signInTab } from '../support/signIn.ts';
import { type Server, startServer } from '../support/startServer.ts';
import { orderWithoutInvoice } from '../support/subjects.ts';
import { countScripts } from './countScripts.ts';
import { median } from './median.ts';
import type { Figure } from './table.ts';
import { type Typing, timeTyping } from './typing.ts';

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

const runs = 3;

/** Types into every field of entered amounts. */
async function typeAmounts(context: BrowserContext, server: Server): Promise<Typing> {
  const page = await context.newPage();
  const { order } = await orderWithoutInvoice(sandboxAt(server.sandboxUrl));
  await page.goto(`${server.url}/invoices/new?orderId=${order.id}`);
  const form = inTab(page, 'en');
  await card(form, 'data').check();
  await page.waitForLoadState('networkidle');
  const typing = await timeTyping(
    page,
    typed.map(([name, text]) => [field(form, name), text]),
  );
  await page.close();
  return typing;
}

/** Types the same into a page that has one input and nothing else: what the machine takes by itself. */
async function typeIntoNothing(context: BrowserContext): Promise<Typing> {
  const page = await context.newPage();
  await page.setContent('<input>');
  const input = page.getByRole('textbox');
  const typing = await timeTyping(
    page,
    typed.map(([, text]) => [input, text]),
  );
  await page.close();
  return typing;
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
  const server = await startServer();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  try {
    await sandboxAt(server.sandboxUrl).plan(10_000);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await signInTab(page, server.url, 'en');
    const own = await ownKilobytes(context, page);
    const typings: Typing[] = [];
    const bare: Typing[] = [];
    for (let run = 0; run < runs; run++) {
      typings.push(await typeAmounts(context, server));
      bare.push(await typeIntoNothing(context));
    }
    return [
      {
        name: 'JavaScript of the create page alone (kB on the wire)',
        measured: own,
        budget: null,
      },
      {
        // As INP counts: of every fifty keys the slowest is left out.
        name: 'typing in the create form on a slow CPU, a key to its paint, p98 (ms)',
        measured: median(typings.map(({ p98 }) => p98)),
        budget: 50,
      },
      {
        name: 'the same in a page with one input and nothing else, p98 (ms)',
        measured: median(bare.map(({ p98 }) => p98)),
        budget: null,
      },
      {
        name: 'typing in the create form on a slow CPU, p50 (ms)',
        measured: median(typings.map(({ p50 }) => p50)),
        budget: null,
      },
      {
        name: 'the same in a page with one input and nothing else, p50 (ms)',
        measured: median(bare.map(({ p50 }) => p50)),
        budget: null,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
