import { expect } from '@playwright/test';
import { mailableOrders, requestBatch, sendFault } from './batches.ts';
import { batchWords } from './batchWords.ts';
import { test } from './fixtures.ts';
import { openInFrame } from './frame.ts';
import { signInTab } from './signIn.ts';
import { languages, words } from './words.ts';

for (const language of languages) {
  const say = { ...words[language], ...batchWords[language] };

  test(`in Salla's frame (${language}): what a tab began is seen, saved and sent anew`, async ({
    page: tab,
    strictPage,
    desk,
    sandbox,
  }) => {
    await signInTab(tab, desk.url, language);
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
    const { page, app } = await openInFrame(strictPage, desk.sandboxUrl, { language, path });
    await expect(page.locator('#page-title')).toHaveText(say.titleOf12);
    await expect(app.getByText(say.finished).last()).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      app.getByRole('button', { name: say.export }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);

    // The host draws the page's action and asks its question.
    await expect(app.getByRole('button', { name: say.retryTheOne })).toHaveCount(0);
    await page.locator('#primary-action').filter({ hasText: say.retryTheOne }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(say.sendOneAgain);
    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect(app.getByRole('link', { name: say.openEarlier })).toBeVisible();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(12);
  });
}
