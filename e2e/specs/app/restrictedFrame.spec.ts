/** What a frame may not do, or loses: saving files and printing, its own reload, a session that ends before a press. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { mailableOrders, requestBatch } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import type { Desk } from '../../support/desk.ts';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder } from '../../support/subjects.ts';
import { words } from '../../support/words.ts';

const say = words.en;

/** Frames the app without the right to save files and to open the print dialog. */
async function restrict(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const create = document.createElement.bind(document);
    document.createElement = (name: string, options?: ElementCreationOptions) => {
      const made = create(name, options);
      if (made instanceof HTMLIFrameElement) {
        made.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups');
      }
      return made;
    };
  });
}

test('in a frame that may not print, the invoice and Salla’s PDF open in tabs of their own', async ({
  strictPage,
  desk,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/Ignored call to 'print\(\)'|can escape its sandboxing/);
  const { order, invoice } = await mailableOrder(sandbox);
  await restrict(strictPage);
  const path = `/invoices/${invoice.id}`;
  const { page, app } = await openInFrame(strictPage, desk.sandboxUrl, { language: 'en', path });
  const [sheet] = await Promise.all([
    page.waitForEvent('popup'),
    app.getByRole('button', { name: 'Print' }).click(),
  ]);
  await expect(page.locator('#toasts')).toContainText('print it there');
  await expect(sheet.getByText(String(order.reference_id)).first()).toBeVisible();
  await expect(sheet.getByRole('img', { name: 'The QR code of this invoice' })).toBeVisible();
  await expect(sheet.getByRole('button')).toHaveCount(0);
  const advice = sheet.getByText('Print this page from your browser’s menu.');
  await expect(advice).toBeVisible();
  await sheet.emulateMedia({ media: 'print' });
  await expect(advice).toBeHidden();
  await expect(sheet.getByText(String(order.reference_id)).first()).toBeVisible();

  // The tab goes to the PDF; whether it is shown there, Chromium decides by the sandbox that the tab inherits.
  const [asked] = await Promise.all([
    page.context().waitForEvent('request', (request) => request.url().endsWith('.pdf')),
    app.getByRole('button', { name: 'Salla’s PDF' }).click(),
  ]);
  expect(asked.isNavigationRequest()).toBe(true);
  const link = app.getByRole('link', { name: /^Open Salla’s PDF/ });
  await expect(link).toHaveAttribute('href', asked.url());
});

test('in a frame that may save no file, a batch’s result opens in a tab of its own', async ({
  page: tab,
  strictPage,
  desk,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/[Dd]ownload is disallowed|can escape its sandboxing/);
  await signInTab(tab, desk.url, 'en');
  const orders = (await mailableOrders(sandbox)).slice(0, 2);
  const batchId = await requestBatch(
    tab,
    orders.map(({ id }) => id),
  );
  await restrict(strictPage);
  const path = `/deliveries/batches/${batchId}`;
  const { page, app } = await openInFrame(strictPage, desk.sandboxUrl, { language: 'en', path });
  await app.getByRole('button', { name: batchWords.en.export }).click();
  const [file] = await Promise.all([
    page.waitForEvent('popup'),
    app.getByRole('link', { name: 'No file saved? Open it in a tab' }).click(),
  ]);
  await expect(file.locator('body')).toContainText(batchWords.en.csvHead.slice(1));
});

test('a frame that loads itself again asks for a token at once and shows the same page', async ({
  strictPage,
  desk,
}) => {
  const { page, app } = await openInFrame(strictPage, desk.sandboxUrl, { language: 'en' });
  await app.getByLabel('Rows per page').selectOption('30');
  await expect(app.getByRole('row').nth(20)).toBeVisible();
  for (const times of ['1', '2']) {
    await app.locator('body').evaluate(() => location.reload());
    await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', times);
    await page.locator('#frame-area[data-state="ready"]').waitFor();
    await expect(app.getByRole('row').nth(20)).toBeVisible();
    await expect(app.getByText('Salla did not accept this request')).toHaveCount(0);
  }
  await expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '2');
});

/** Opens the app in a frame whose session can be ended, as its time would end it. */
async function openWithSession(page: Page, desk: Desk, path = '/invoices') {
  let token = '';
  page.on('request', (request) => {
    token = request.headers().authorization ?? token;
  });
  const { app } = await openInFrame(page, desk.sandboxUrl, { language: 'en', path });
  return {
    app,
    question: page.getByRole('dialog'),
    action: page.locator('#primary-action'),
    endSession: async () => {
      const headers = { Authorization: token };
      const ended = await fetch(`${desk.framedUrl}/api/session`, { method: 'DELETE', headers });
      expect(ended.status).toBe(204);
    },
    expectRenewed: () => expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1'),
  };
}

test('a press after the session ended is asked about after the renewal', async ({
  strictPage,
  desk,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { order } = await mailableOrder(sandbox);
  const frame = await openWithSession(strictPage, desk);
  await frame.endSession();
  await frame.app
    .getByRole('button', { name: say.resendOrder(order.reference_id) })
    .first()
    .click();
  await frame.expectRenewed();
  await expect(frame.question).toContainText(String(order.reference_id));
  expect(await sandbox.mailbox()).toEqual([]);
  await frame.question.getByRole('button', { name: say.send, exact: true }).click();
  await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
});

test('a yes after the session ended sends nothing by itself: the question comes back, once', async ({
  strictPage,
  desk,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { invoice } = await mailableOrder(sandbox);
  const frame = await openWithSession(strictPage, desk, `/invoices/${invoice.id}`);
  await frame.action.click();
  await expect(frame.question).toBeVisible();
  await frame.endSession();
  await frame.question.getByRole('button', { name: say.send, exact: true }).click();
  await frame.expectRenewed();
  await expect(frame.question).toBeVisible();
  expect(await sandbox.mailbox()).toEqual([]);
  await frame.question.getByRole('button', { name: say.send, exact: true }).click();
  await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
  await expect(frame.question).toHaveCount(0);
});

test('several that are selected are asked about after the renewal, and stay selected', async ({
  strictPage,
  desk,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const frame = await openWithSession(strictPage, desk);
  const list = selectionOn(frame.app, 'en');
  const orders = await mailableOrders(sandbox);
  await list.boxOfOrder(orders[0]?.number ?? 0).check();
  await list.boxOfOrder(orders[1]?.number ?? 0).check();
  await frame.endSession();
  await frame.action.filter({ hasText: selectionWords.en.resendMany }).click();
  await frame.expectRenewed();
  await expect(frame.question).toContainText('2 orders');
  expect(await sandbox.mailbox()).toEqual([]);
  await frame.question.getByRole('button', { name: selectionWords.en.cancel }).click();
  await expect(list.bar).toContainText(selectionWords.en.two);
});

test('what can’t be begun again by itself is asked for once more', async ({
  strictPage,
  desk,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { invoice } = await mailableOrder(sandbox);
  const frame = await openWithSession(strictPage, desk, `/invoices/${invoice.id}`);
  await frame.endSession();
  await frame.app.getByRole('button', { name: 'Salla’s PDF' }).click();
  await frame.expectRenewed();
  await expect(strictPage.locator('#toasts')).toContainText('Press once more');
});
