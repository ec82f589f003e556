import { expect } from '@playwright/test';
import { mailableOrders, requestBatch, sendFault, slowSending } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = { ...words[language], ...batchWords[language] };

  test(`in Salla's frame (${language}): a batch from a tab is shown, exported and retried`, async ({
    page: tab,
    strictPage,
    server,
    sandbox,
  }) => {
    await signInTab(tab, server.url, language);
    const orders = (await mailableOrders(sandbox)).slice(0, 12);
    const [refused] = orders;
    if (!refused) throw new Error('too few orders');
    await sandbox.faults([sendFault(refused.id, { answer: '422', times: 1 })]);
    const batchId = await requestBatch(
      tab,
      orders.map(({ id }) => id),
    );
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(11);

    const path = `/deliveries/batches/${batchId}`;
    const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language, path });
    await expect(page.locator('#page-title')).toHaveText(say.titleOf12);
    await expect(app.getByText(say.finished).last()).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: say.export }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);

    // The host draws the page's action and its confirmation.
    await expect(app.getByRole('button', { name: say.retryTheOne })).toHaveCount(0);
    await page.locator('#primary-action').filter({ hasText: say.retryTheOne }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(say.sendOneAgain);
    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect(app.getByRole('link', { name: say.openEarlier })).toBeVisible();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(12);
  });
}

test("in Salla's frame: an unanswered cancel confirmation leaves the batch paused and cancels nothing", async ({
  page: tab,
  strictPage,
  server,
  sandbox,
  consoleGuard,
}) => {
  const say = { ...words.en, ...batchWords.en };
  // The SDK logs that the confirmation timed out.
  consoleGuard.expectConsole(/Received response for unknown request/);
  await signInTab(tab, server.url, 'en');
  // Slow enough that most are still queued when the confirmation opens.
  await sandbox.faults([slowSending(6000)]);
  const orders = (await mailableOrders(sandbox)).slice(0, 12);
  const batchId = await requestBatch(
    tab,
    orders.map(({ id }) => id),
  );
  await strictPage.clock.install();
  const path = `/deliveries/batches/${batchId}`;
  const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language: 'en', path });
  await app.getByRole('button', { name: say.cancelRest }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(say.someWaiting);

  await page.clock.fastForward(31_000);
  const told = app.getByRole('status').filter({ hasText: say.notCanceled });
  await expect(told).toBeVisible();
  await question.getByRole('button', { name: say.cancelRest }).click();
  await expect(page.locator('#toasts')).toContainText(say.notCanceled);
  await expect(app.getByText(say.isPaused)).toBeVisible();

  await app.getByRole('button', { name: say.cancelRest }).click();
  await page.getByRole('dialog').getByRole('button', { name: say.cancelRest }).click();
  await expect(app.getByText(say.finished).first()).toBeVisible({ timeout: 20_000 });
});
