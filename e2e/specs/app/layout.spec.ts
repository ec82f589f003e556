import { expect, type Page } from '@playwright/test';
import { mailableOrders, requestBatch, sendFault } from '../../support/batches.ts';
import { card, chooseFile, openCreateInTab, pdfBytes } from '../../support/createPage.ts';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import type { Sandbox } from '../../support/sandbox.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder, orderWithoutEmail, orderWithoutInvoice } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

const longLatin = 'Abdulrahman Alexander Montgomery-Featherstonehaugh';
const longArabic = 'عبدالرحمن بن عبدالعزيز بن عبدالله المطيري القحطاني';

/** Rows of a store with its own invoice numbers and customers with long names. */
async function withLongRows(page: Page): Promise<void> {
  await page.route('**/api/invoices?*', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    for (const [index, row] of body.data.entries()) {
      row.number = index === 0 ? 'INV-2026/001' : `INV-2026-${String(index).padStart(9, '0')}`;
      row.date = `2026-0${(index % 9) + 1}-28`;
      row.total = { amount: 1_234_567.89, currency: 'SAR' };
      const customer = { email: 'a@example.com', mobile: null };
      row.customer = { ...customer, name: index % 2 === 0 ? longLatin : longArabic };
    }
    await route.fulfill({ response, json: body });
  });
}

/** Cells whose content is wider than the cell, or wraps where it must stay on one line. */
function cutCells(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const whole = { number: 1, order: 3, date: 5, total: 6, sent: 8 };
    return [...document.querySelectorAll('[data-invoice]')].slice(0, 6).flatMap((row) =>
      Object.entries(whole).flatMap(([name, index]) => {
        const cell = row.children[index];
        if (cell === undefined) return [`${name} is missing`];
        const inner = (cell.firstElementChild ?? cell).getBoundingClientRect();
        const outer = cell.getBoundingClientRect();
        const isOutside = inner.left < outer.left - 1 || inner.right > outer.right + 1;
        const isCut = isOutside || cell.scrollWidth > cell.clientWidth;
        const isFolded = ['date', 'total', 'sent'].includes(name) && inner.height > 34;
        return isCut || isFolded || inner.width === 0
          ? [`${name} «${cell.textContent}» ${inner.width}x${inner.height} in ${outer.width}`]
          : [];
      }),
    );
  });
}

for (const language of languages) {
  test(`the list cuts no number and no date at any width, and names only at their end (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const orders = (await mailableOrders(sandbox)).slice(0, 2).map(({ id }) => id);
    await sandbox.faults([sendFault(orders[0] ?? 0, { answer: '422' })]);
    await requestBatch(page, orders);
    await withLongRows(page);
    await page.goto(`${server.url}/invoices`);
    await expect(page.getByText(words[language].accepted).first()).toBeVisible();
    for (const width of [960, 1000, 1048, 1239, 1280, 1360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cutCells(page), `at ${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.setViewportSize({ width: 960, height: 800 });
    for (const [name, direction] of [
      [longLatin, 'ltr'],
      [longArabic, 'rtl'],
    ] as const) {
      const cell = page.getByRole('cell').getByText(name).first();
      await expect(cell).toHaveCSS('direction', direction);
      await expect(cell).toHaveCSS('text-overflow', 'ellipsis');
      await expect(cell).toHaveAttribute('title', name);
    }
    // Digits have one shape beside Arabic and Latin letters.
    await expect(page.locator('body')).toHaveCSS('font-feature-settings', '"locl" 0');
  });
}

/** Collects layout shifts, and touch targets below 44 px (a checkbox by its label). */
const watchShifts = () => {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const value: number = Reflect.get(entry, 'value');
      const sources: { node: Node | null }[] = Reflect.get(entry, 'sources');
      const moved = sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? '?');
      if (Reflect.get(entry, 'hadRecentInput') === true) continue;
      shifts.push(`${value.toFixed(4)}: ${moved.join(' | ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
};

function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, textarea')].flatMap((element) => {
      const box = (element.closest('label') ?? element).getBoundingClientRect();
      const isHidden =
        element.closest('.visually-hidden') !== null ||
        box.width === 0 ||
        box.width === 1 ||
        getComputedStyle(element).clipPath !== 'none';
      if (isHidden || element.matches(':disabled') || (box.width >= 43.9 && box.height >= 43.9))
        return [];
      const name = element.getAttribute('aria-label') ?? element.textContent;
      return [`${element.tagName} «${name}» ${box.width}x${box.height}`];
    }),
  );
}

/** Every page, with a batch that has every outcome. */
async function pagesOf(page: Page, sandbox: Sandbox): Promise<string[]> {
  const orders = (await mailableOrders(sandbox)).slice(0, 4).map(({ id }) => id);
  const [refused = 0, unclear = 0] = orders;
  await sandbox.faults([
    sendFault(refused, { answer: '422' }),
    sendFault(unclear, { answer: 'reset' }),
  ]);
  const batchId = await requestBatch(page, orders);
  const { invoice } = await mailableOrder(sandbox);
  const { order } = await orderWithoutInvoice(sandbox);
  await page.goto(`/deliveries/batches/${batchId}`);
  await expect(page.getByText(/Finished/).first()).toBeVisible({ timeout: 20_000 });
  return [
    '/invoices',
    `/invoices/${invoice.id}`,
    `/invoices/new?orderId=${order.id}`,
    '/deliveries',
    `/deliveries/batches/${batchId}`,
    '/nowhere',
  ];
}

for (const width of [390, 1280]) {
  test(`pages load without layout shift and touch targets are large enough at ${width} px`, async ({
    browser,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 404/);
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      baseURL: server.url,
    });
    consoleGuard.watch(context);
    await context.addInitScript(watchShifts);
    const page = await context.newPage();
    await signInTab(page, server.url, 'en');
    for (const path of await pagesOf(page, sandbox)) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      const shifts = await page.evaluate(() => Reflect.get(window, 'shifts'));
      expect(shifts, `what moved at ${path}`).toEqual([]);
      if (width === 390) expect(await smallTargets(page), `targets of ${path}`).toEqual([]);
    }
    await context.close();
  });
}

/** The x position of a part of an element's text, in px from the left. */
function leftOf(page: Page, selector: string, piece: string): Promise<number> {
  return page.evaluate(
    ([css = '', text = '']) => {
      for (const element of document.querySelectorAll(css)) {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(text) ?? -1;
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + text.length);
          return range.getBoundingClientRect().left;
        }
      }
      throw new Error(`«${text}» is not on the page`);
    },
    [selector, piece],
  );
}

test('in Arabic a file name, a percentage and a column of amounts keep their order', async ({
  page,
  server,
  sandbox,
}) => {
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInTab(page, server, { language: 'ar', orderId: order.id });
  await card(form, 'file').check();
  await chooseFile(form, { name: 'فاتورة 2026.pdf', buffer: pdfBytes });
  const name = page.getByRole('status').filter({ hasText: 'فاتورة 2026.pdf' });
  await expect(name.first()).toBeVisible();
  const [year, extension] = [
    await leftOf(page, '[role="status"]', '2026'),
    await leftOf(page, '[role="status"]', 'pdf'),
  ];
  expect(year).toBeLessThan(extension);

  const { invoice } = await mailableOrder(sandbox);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${server.url}/invoices/${invoice.id}`);
  await expect(page.getByText('٪').first()).toBeVisible();
  expect(await leftOf(page, 'dt', '15')).toBeLessThan(await leftOf(page, 'dt', '٪'));
  const ends = await page
    .locator('tbody td:last-child > bdi, article dl:last-of-type dd > bdi[dir="ltr"]')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
  expect(ends.length).toBeGreaterThan(5);
  expect(new Set(ends).size).toBe(1);
});

test('with forced colors the chosen filter is recognizable', async ({ page, server }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signInTab(page, server.url, 'en');
  const background = (name: string) =>
    page.getByRole('button', { name }).evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await background('All dates')).not.toBe(await background('Today'));
  const line = (name: string) =>
    page.getByRole('link', { name }).evaluate((one) => getComputedStyle(one).borderBlockEndColor);
  expect(await line('Invoices')).not.toBe(await line('Resends'));
});

test('an invoice without a recipient says so before the press', async ({
  page,
  server,
  sandbox,
}) => {
  const { invoice, order } = await orderWithoutEmail(sandbox);
  await signInTab(page, server.url, 'en');
  const row = page.getByRole('row').filter({ hasText: String(order.reference_id) });
  await expect(row.getByText('No email address').first()).toBeVisible();
  await page.goto(`${server.url}/invoices/${invoice.id}`);
  await expect(page.getByText(/has no customer email/)).toBeVisible();
  await expect(page.getByRole('link', { name: /Open the order in Salla/ })).toBeVisible();
});

test('an error shows a support code that is in the log line of its request', async ({
  page,
  context,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 502/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInTab(page, server.url, 'en');
  await sandbox.faults([{ method: 'GET', path: '/admin/v2/orders/invoices', answer: '500' }]);
  const failed = page.waitForResponse((response) => response.status() === 502);
  await page.goto(`${server.url}/invoices?page=7`);
  const requestId = (await failed).headers()['x-request-id'] ?? '';
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  const code = await page.getByText('Support code').locator('bdi').textContent();
  expect(code).toMatch(/^[\da-f]{8}$/);
  await page.getByRole('button', { name: 'Copy the whole request id' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.startsWith(code ?? '?')).toBe(true);
  expect(copied).toHaveLength(requestId.length);
});

test('a store that is not connected is sent to the app’s page and connects there', async ({
  page,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 40[13]/);
  await sandbox.uninstallFrom(server.url);
  const { app } = await openInFrame(page, server.sandboxUrl, { language: 'en' });
  await expect(app.getByText(words.en.notConnected)).toBeVisible();
  const opened = page.waitForEvent('popup');
  await app.getByRole('link', { name: 'Open the app’s page in Salla' }).click();
  const store = await opened;
  await store.getByRole('button', { name: /Install/ }).click();
  await expect(store.frameLocator('#app-frame').getByRole('row').nth(3)).toBeVisible();
});
