/** A page whose lazy chunks are missing: a new version was deployed while it was open, or the connection broke. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder, orderWithoutEmail } from '../../support/subjects.ts';
import { words } from '../../support/words.ts';

const say = words.en;
const notLoaded = /A part of this page could not be loaded/;
const pressAgain = /Press once more what you had just pressed/;
const expected = /status of 404|ERR_CONNECTION_RESET|dynamically imported module/;

/** The proxy no longer has this chunk (as after a deployment), or the connection breaks, until the returned function is called. */
async function lose(context: BrowserContext, part: string, how: '404' | 'reset') {
  const address = new RegExp(`/assets/${part}-[^/]+\\.js$`);
  await context.route(address, (route) =>
    how === 'reset'
      ? route.abort('connectionreset')
      : route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found' }),
  );
  return () => context.unroute(address);
}

/** Counts page loads from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

for (const [part, how] of [
  ['HostQuestion', '404'],
  ['MaterialTheme', 'reset'],
] as const) {
  test(`when the confirmation's chunk is missing (${part}, ${how}) the page, the selection and the pending action stay`, async ({
    page,
    context,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(expected);
    const { order } = await mailableOrder(sandbox);
    await signInTab(page, server.url, 'en');
    const find = await lose(context, part, how);
    await page.goto(`${server.url}/invoices`);
    const list = selectionOn(page, 'en');
    await list.box(0).check();
    await list.box(1).check();
    const loads = countLoads(page);
    const press = page.getByRole('button', { name: say.resendOrder(order.reference_id) }).first();
    await press.click();
    await expect(page.getByRole('alert')).toContainText(notLoaded);
    await expect(list.bar).toContainText(selectionWords.en.two);
    expect(loads(), 'loads by itself').toBe(1);

    await page.getByRole('button', { name: 'Dismiss' }).click();
    await press.click();
    await expect(page.getByRole('alert')).toContainText(notLoaded);
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    expect(loads(), 'never in a loop').toBe(1);
    expect(await sandbox.mailbox()).toEqual([]);

    await find();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await press.click();
    await page.getByRole('dialog').getByRole('button', { name: say.send, exact: true }).click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
  });
}

test('when the new version has the chunk, the confirmation opens by itself after the reload', async ({
  page,
  context,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(expected);
  const { order } = await mailableOrder(sandbox);
  await signInTab(page, server.url, 'en');
  const find = await lose(context, 'HostQuestion', '404');
  await page.goto(`${server.url}/invoices`);
  page.once('framenavigated', find);
  await page
    .getByRole('button', { name: say.resendOrder(order.reference_id) })
    .first()
    .click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(String(order.reference_id));
  expect(await sandbox.mailbox()).toEqual([]);
  await question.getByRole('button', { name: say.send, exact: true }).click();
  await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
});

test('the outcome of a resend is shown without the toast’s chunk', async ({
  page,
  context,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(expected);
  const { order } = await mailableOrder(sandbox);
  await signInTab(page, server.url, 'en');
  await lose(context, 'HostNotice', '404');
  await page.goto(`${server.url}/invoices?orderId=${order.id}`);
  const loads = countLoads(page);
  await page
    .getByRole('button', { name: say.resendOrder(order.reference_id) })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: say.send, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(String(order.reference_id), {
    timeout: 20_000,
  });
  await expect(page.getByRole('row').nth(1)).toContainText(say.accepted);
  expect(loads()).toBe(0);
  expect(await sandbox.mailbox()).toHaveLength(1);
});

test('when a dialog’s chunk is missing the page asks to press again', async ({
  page,
  context,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(expected);
  const { order } = await orderWithoutEmail(sandbox);
  await signInTab(page, server.url, 'en');
  await lose(context, 'MaterialDialog', '404');
  await page.goto(`${server.url}/invoices?orderId=${order.id}`);
  const press = page.getByRole('button', { name: say.resendOrder(order.reference_id) }).first();
  await press.click();
  await expect(page.getByText(pressAgain)).toBeVisible();
  await press.click();
  await expect(page.getByRole('alert').filter({ hasText: notLoaded })).toBeVisible();
  await expect(press).toBeEnabled();
  expect(await sandbox.mailbox()).toEqual([]);
});

test('an invoice shows without its QR chunk, and a batch is sent without the confirmation’s chunk', async ({
  page,
  context,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(expected);
  const { order, invoice } = await mailableOrder(sandbox);
  await signInTab(page, server.url, 'en');
  await lose(context, 'QrDrawing', '404');
  await page.goto(`${server.url}/invoices/${invoice.id}`);
  await expect(page.getByText('The QR code image could not be loaded.')).toBeVisible();
  await expect(
    page.getByRole('button', { name: say.resendOrder(order.reference_id) }),
  ).toBeVisible();
  await expect(page.getByText(/Nothing was sent/)).toHaveCount(0);

  // It reloaded a moment ago, so now it only shows a message.
  await lose(context, 'startBatch', 'reset');
  await page.goto(`${server.url}/invoices`);
  const list = selectionOn(page, 'en');
  await list.box(0).check();
  await list.box(2).check();
  await list.resend(2).click();
  await expect(page.getByRole('alert')).toContainText(notLoaded);
  await expect(list.bar).toContainText(selectionWords.en.two);
  await expect(list.resend(2)).toBeEnabled();
  expect(await sandbox.mailbox()).toEqual([]);
});

test('when another language’s words fail to load the page stays as it is', async ({
  page,
  context,
  server,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(expected);
  await signInTab(page, server.url, 'ar');
  const find = await lose(context, 'en', '404');
  await page.goto(`${server.url}/invoices`);
  const other = page.getByRole('button', { name: 'English' });
  await other.click();
  await expect(page.getByText('اضغط مرة أخرى على ما ضغطته قبل قليل')).toBeVisible();
  await other.click();
  await expect(page.getByText('تعذر تحميل جزء من هذه الصفحة')).toBeVisible();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await find();
  await page.getByRole('button', { name: 'أعد تحميل الصفحة' }).click();
  await other.click();
  await expect(page.getByRole('heading', { level: 1, name: say.invoices })).toBeVisible();
});

test('a page that can’t start says so in both languages, after one retry', async ({
  page,
  context,
  server,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 404|dynamically imported module|could not be loaded/);
  const find = await lose(context, 'startInTab', '404');
  const loads = countLoads(page);
  await page.goto(`${server.url}/invoices`);
  await expect(page.getByText('This page has not opened yet.')).toBeVisible();
  await expect(page.getByText('لم تفتح الصفحة بعد.')).toBeVisible();
  expect(loads()).toBe(2);
  await find();
  await page.getByRole('link', { name: 'Load it again' }).click();
  await expect(page.getByRole('button', { name: /English|العربية/ })).toBeVisible();
});

test("in Salla's frame a page whose chunk is missing reloads the frame once and keeps the selection", async ({
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(expected);
  const { invoice } = await mailableOrder(sandbox);
  const find = await lose(strictPage.context(), 'InvoiceDetailPage', '404');
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en' });
  const list = selectionOn(app, 'en');
  await list.box(0).check();
  await list.box(1).check();
  const frame = page.locator('#app-frame');
  await app.locator(`a[href="/invoices/${invoice.id}"]`).first().click();
  await expect(frame).toHaveAttribute('data-refreshes', '1');
  await expect(app.getByRole('heading', { name: 'This page could not be loaded' })).toBeVisible();
  await expect(frame).toHaveAttribute('data-refreshes', '1');
  await find();
  await app.getByRole('button', { name: 'Reload the page' }).click();
  await expect(frame).toHaveAttribute('data-refreshes', '2');
  await expect(app.getByText(String(invoice.invoice_number)).first()).toBeVisible();
  await app.getByRole('link', { name: selectionWords.en.back }).click();
  await expect(list.box(0)).toBeChecked();
  await expect(list.box(1)).toBeChecked();
});
