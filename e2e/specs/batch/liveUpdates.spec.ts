import { expect, type Page, type Request } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { mailableOrders, requestBatch, slowSending } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import { test } from '../../support/fixtures.ts';
import type { Sandbox } from '../../support/sandbox.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

/** A batch of twelve orders; each send takes `ms`. */
async function startTwelve(page: Page, sandbox: Sandbox, ms: number): Promise<string> {
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await sandbox.faults([slowSending(ms)]);
  const orders = (await mailableOrders(sandbox)).slice(0, 12);
  return requestBatch(
    page,
    orders.map(({ id }) => id),
  );
}

/** The paths of the page's API calls from now on. */
function callsFrom(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(pathname);
  });
  return calls;
}

const isPoll = (request: Request) => new URL(request.url()).pathname.endsWith('/changes');

async function show(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

for (const language of languages) {
  const say = { ...words[language], ...batchWords[language] };

  test(`a batch is paused in one tab and resumed in another (${language})`, async ({
    page,
    context,
    server,
    sandbox,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signInTab(page, server.url, language);
    const batchId = await startTwelve(page, sandbox, 1500);
    await page.goto(`${server.url}/deliveries/batches/${batchId}`);
    await page.getByRole('button', { name: say.pause, exact: true }).click();
    await expect(page.getByText(say.isPaused)).toBeVisible();
    await expectNoViolations(page, 'a batch that waits');

    const other = await context.newPage();
    await other.goto(`${server.url}/deliveries`);
    await expect(other.getByRole('heading', { name: say.notFinished })).toBeVisible();
    await expectNoViolations(other, 'resends with a batch that waits');
    await other.getByRole('link', { name: say.titleOf12 }).first().click();
    await expect(other.getByText(say.isPaused)).toBeVisible();
    await sandbox.faults([]);
    await other.getByRole('button', { name: say.goOn, exact: true }).click();
    await expect(other.getByText(say.finished).last()).toBeVisible();
    await expect(page.getByText(say.finished).last()).toBeVisible({ timeout: 15_000 });
    expect(await sandbox.mailbox()).toHaveLength(12);
  });

  test(`canceling queued deliveries asks first and says how many (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const batchId = await startTwelve(page, sandbox, 1500);
    await page.goto(`${server.url}/deliveries`);
    await page.getByRole('button', { name: say.pauseOf12 }).click();
    await expect(page.getByRole('button', { name: say.goOnOf12 })).toBeVisible();
    await page.goto(`${server.url}/deliveries/batches/${batchId}`);
    await page.getByRole('button', { name: say.cancelRest }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(say.someWaiting);
    await question.getByRole('button', { name: say.keepWaiting }).click();
    await expect(page.getByText(say.isPaused)).toBeVisible();
    await page.getByRole('button', { name: say.cancelRest }).click();
    await question.getByRole('button', { name: say.cancelRest }).click();
    await expect(page.getByText(say.saidCanceled)).toBeVisible();
    await expect(page.getByText(say.finished).last()).toBeVisible();
    const before = (await sandbox.mailbox()).length;
    expect(before).toBeLessThan(12);

    // Canceled ones can be sent later.
    await sandbox.faults([]);
    await page.getByRole('button', { name: say.sendAfterAll }).click();
    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByRole('link', { name: say.openEarlier })).toBeVisible();
    await expect(page.getByText(say.finished).last()).toBeVisible();
    expect(await sandbox.mailbox()).toHaveLength(12);
  });

  test(`nothing is sent while the cancel confirmation is open (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const batchId = await startTwelve(page, sandbox, 1000);
    await page.goto(`${server.url}/deliveries/batches/${batchId}`);
    await page.getByRole('button', { name: say.cancelRest }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(say.someWaiting);
    await expect(page.getByText(say.isPaused)).toBeVisible();
    await question.getByRole('button', { name: say.keepSending }).click();
    await expect(page.getByText(say.isPaused)).toBeHidden();
    await expect(page.getByText(say.finished).last()).toBeVisible({ timeout: 20_000 });
    expect(await sandbox.mailbox()).toHaveLength(12);
  });

  test(`when the proxy does not answer the page stays and retries (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/ERR_FAILED/);
    await signInTab(page, server.url, language);
    const batchId = await startTwelve(page, sandbox, 1000);
    await page.goto(`${server.url}/deliveries/batches/${batchId}`);
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.route('**/api/**', (route) => route.abort());
    await expect(page.getByText(say.outOfDate)).toBeVisible();
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.unroute('**/api/**');
    await expect(page.getByText(say.finished).last()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(say.outOfDate)).toBeHidden();
  });
}

test('the batch page polls once a second, and not in a hidden tab or after the end', async ({
  page,
  server,
  sandbox,
}) => {
  // The page's own clock: its timers fire only when the test says so.
  await page.clock.install();
  await signInTab(page, server.url, 'en');
  const batchId = await startTwelve(page, sandbox, 4000);
  await page.goto(`${server.url}/deliveries/batches/${batchId}`);
  await expect(page.getByRole('row').nth(12)).toBeVisible();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  // What the last tick started before the pause.
  await page.waitForLoadState('networkidle');
  const calls = callsFrom(page);
  const polls = () => calls.filter((path) => path.endsWith('/changes')).length;
  for (const second of [1, 2, 3, 4]) {
    const answered = page.waitForEvent('requestfinished', isPoll);
    await page.clock.runFor(1000);
    await answered;
    expect(polls()).toBe(second);
  }

  await show(page, 'hidden');
  await page.clock.runFor(10_000);
  expect(polls()).toBe(4);

  await sandbox.faults([]);
  await show(page, 'visible');
  await page.clock.resume();
  await expect(page.getByText(/^Finished: /).last()).toBeVisible({ timeout: 20_000 });
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 3000));
  const atTheEnd = calls.length;
  await page.clock.runFor(60_000);
  expect(calls).toHaveLength(atTheEnd);
});

test('the title shows the progress of a batch, and a screen reader hears only quarters', async ({
  page,
  server,
  sandbox,
}) => {
  await signInTab(page, server.url, 'en');
  const batchId = await startTwelve(page, sandbox, 1500);
  await page.goto(`${server.url}/deliveries/batches/${batchId}`);
  await expect(page).toHaveTitle(/^\d+ % · Resend of 12 orders/);
  const heard = page.locator('[role="status"]').first();
  await expect(heard).toHaveText(/^(25|50|75) % done\.$/);
  await expect(heard).toHaveText(/^Finished: /, { timeout: 20_000 });
  await expect(page).toHaveTitle(/^Resend of 12 orders/);
});
