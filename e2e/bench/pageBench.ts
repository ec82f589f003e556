import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { sandboxAt } from '../support/sandbox.ts';
import { signInTab } from '../support/signIn.ts';
import { startServer } from '../support/startServer.ts';
import { countScripts } from './countScripts.ts';
import { median } from './median.ts';
import type { Figure } from './table.ts';

const slowPhone = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};
const runs = 3;

type Load = { scriptKilobytes: number; rowsPainted: number; nextPage: number };

/** Marks, in the page, when 60 rows were painted. */
function watchRows(): void {
  const painted = (then: () => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('tbody tr').length < 60) return;
    if (!/\d/.test(document.querySelector('tbody tr')?.textContent ?? '')) return;
    observer.disconnect();
    painted(() => performance.mark('rows painted'));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

async function markedAt(page: Page, name: string): Promise<number> {
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, name);
  return page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? 0, name);
}

async function timeNextPage(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const first = () => document.querySelector('tbody tr')?.textContent;
    const before = first();
    const button = document.querySelector<HTMLElement>('[aria-label="Next page"]');
    const clicked = performance.now();
    button?.click();
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (first() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(resolve));
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    return performance.now() - clicked;
  });
}

async function loadOnce(context: BrowserContext, url: string): Promise<Load> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const scriptKilobytes = countScripts(devtools);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Network.emulateNetworkConditions', slowPhone);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watchRows);
  await page.goto(url, { waitUntil: 'commit' });
  const rowsPainted = await markedAt(page, 'rows painted');
  await page.waitForLoadState('networkidle');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  const result = {
    scriptKilobytes: scriptKilobytes(),
    rowsPainted,
    nextPage: await timeNextPage(page),
  };
  await page.close();
  return result;
}

/** The invoices page as a slow phone sees it: CPU 4x slower, 1.6 Mbit/s, 150 ms a request. Needs `npm run build`. */
export async function benchPage(): Promise<Figure[]> {
  const server = await startServer();
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  try {
    await sandboxAt(server.sandboxUrl).plan(10_000);
    const context = await browser.newContext({
      locale: 'en',
      viewport: { width: 1366, height: 768 },
    });
    await signInTab(await context.newPage(), server.url, 'en');
    const loads: Load[] = [];
    for (let run = 0; run < runs; run++) {
      loads.push(await loadOnce(context, `${server.url}/invoices?perPage=60`));
    }
    return [
      {
        name: 'JavaScript of the first view (kB on the wire)',
        measured: median(loads.map((load) => load.scriptKilobytes)),
        budget: 200,
      },
      {
        name: '60 rows painted on a slow phone (ms)',
        measured: median(loads.map((load) => load.rowsPainted)),
        budget: null,
      },
      {
        name: 'next page of 60 on a slow CPU (ms)',
        measured: median(loads.map((load) => load.nextPage)),
        budget: null,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}
