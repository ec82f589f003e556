/** Limits of a sandboxed frame: no downloads, no print dialog, its reload, a session that expires before a press. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { mailableOrders, requestBatch } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import type { Server } from '../../support/startServer.ts';
import { mailableOrder } from '../../support/subjects.ts';
import { words } from '../../support/words.ts';

const say = words.en;

/** Frames the app without `allow-downloads` and `allow-modals`. */
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

test('in a frame without the print permission, the invoice and Salla’s PDF open in new tabs', async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/Ignored call to 'print\(\)'|can escape its sandboxing/);
  const { order, invoice } = await mailableOrder(sandbox);
  await restrict(strictPage);
  const path = `/invoices/${invoice.id}`;
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en', path });
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

  // The tab loads the PDF; whether Chromium displays it depends on the sandbox flags that the tab inherits.
  const [asked] = await Promise.all([
    page.context().waitForEvent('request', (request) => request.url().endsWith('.pdf')),
    app.getByRole('button', { name: 'Salla’s PDF' }).click(),
  ]);
  expect(asked.isNavigationRequest()).toBe(true);
  const link = app.getByRole('link', { name: /^Open Salla’s PDF/ });
  await expect(link).toHaveAttribute('href', asked.url());
});

test('in a frame without downloads, a batch’s CSV opens in a new tab', async ({
  page: tab,
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/[Dd]ownload is disallowed|can escape its sandboxing/);
  await signInTab(tab, server.url, 'en');
  const orders = (await mailableOrders(sandbox)).slice(0, 2);
  const batchId = await requestBatch(
    tab,
    orders.map(({ id }) => id),
  );
  await restrict(strictPage);
  const path = `/deliveries/batches/${batchId}`;
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en', path });
  await app.getByRole('button', { name: batchWords.en.export }).click();
  const [file] = await Promise.all([
    page.waitForEvent('popup'),
    app.getByRole('link', { name: 'No file saved? Open it in a tab' }).click(),
  ]);
  await expect(file.locator('body')).toContainText(batchWords.en.csvHead.slice(1));
});

test('a frame that reloads requests a new token and shows the same page', async ({
  strictPage,
  server,
}) => {
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en' });
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

/** Opens the app in a frame whose session the test can expire. */
async function openWithSession(page: Page, server: Server, path = '/invoices') {
  let token = '';
  page.on('request', (request) => {
    token = request.headers().authorization ?? token;
  });
  const { app } = await openInFrame(page, server.sandboxUrl, { language: 'en', path });
  return {
    app,
    question: page.getByRole('dialog'),
    action: page.locator('#primary-action'),
    endSession: async () => {
      const headers = { Authorization: token };
      const ended = await fetch(`${server.framedUrl}/api/session`, { method: 'DELETE', headers });
      expect(ended.status).toBe(204);
    },
    expectRenewed: () => expect(page.locator('#app-frame')).toHaveAttribute('data-refreshes', '1'),
  };
}

test('a press after the session expired is confirmed after the renewal', async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { order } = await mailableOrder(sandbox);
  const frame = await openWithSession(strictPage, server);
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

test('confirming after the session expired sends nothing: the confirmation opens again, once', async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { invoice } = await mailableOrder(sandbox);
  const frame = await openWithSession(strictPage, server, `/invoices/${invoice.id}`);
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

test('a selection is confirmed after the renewal and stays selected', async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const frame = await openWithSession(strictPage, server);
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

test('an action that can’t be repeated automatically is requested again', async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 401/);
  const { invoice } = await mailableOrder(sandbox);
  const frame = await openWithSession(strictPage, server, `/invoices/${invoice.id}`);
  await frame.endSession();
  await frame.app.getByRole('button', { name: 'Salla’s PDF' }).click();
  await frame.expectRenewed();
  await expect(strictPage.locator('#toasts')).toContainText('Press once more');
});
