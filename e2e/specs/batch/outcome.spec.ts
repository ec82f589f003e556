import { expect } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { mailableOrders, requestBatch, sendFault } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = { ...words[language], ...batchWords[language] };

  test(`a finished batch shows each outcome and what to do about it (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signInTab(page, server.url, language);
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    // Orders of this test only: orders sent a short while ago are skipped.
    const begin = language === 'ar' ? 12 : 24;
    const orders = (await mailableOrders(sandbox)).slice(begin, begin + 12);
    const [first, second, refused, alsoRefused, open] = orders;
    if (!first || !second || !refused || !alsoRefused || !open) throw new Error('too few orders');
    await requestBatch(page, [first.id, second.id]);
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(2);
    await sandbox.faults([
      sendFault(refused.id, { answer: '422', times: 1 }),
      sendFault(alsoRefused.id, { answer: '422', times: 1 }),
      sendFault(open.id, { answer: 'reset', times: 1 }),
    ]);
    const batchId = await requestBatch(
      page,
      orders.map(({ id }) => id),
      { allowRepeat: false },
    );
    const address = `${server.url}/deliveries/batches/${batchId}`;
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.titleOf10);
    await expect(page.getByText(say.result9, { exact: true }).last()).toBeVisible();
    await expect(page.getByRole('heading', { name: say.heldBack })).toBeVisible();
    await expectNoViolations(page, 'a batch that has ended');
    await page.setViewportSize({ width: 390, height: 844 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth: whole, clientWidth: seen } = document.documentElement;
      return { scrollWidth: whole, clientWidth: seen };
    });
    expect(scrollWidth, 'nothing scrolls sideways on a phone').toBe(clientWidth);

    // Marked as sent: no decision is left.
    await expect(page.getByRole('heading', { name: say.oneUnconfirmed })).toBeVisible();
    await page.getByRole('button', { name: say.wentOut(open.number) }).click();
    await page.getByRole('dialog').getByRole('button', { name: say.yesWentOut }).click();
    await expect(page.getByRole('heading', { name: say.oneUnconfirmed })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

    await expect(page.getByRole('button', { name: say.retryBoth })).toBeVisible();
    await page.getByRole('checkbox', { name: say.choose(refused.number) }).check();
    await page.getByRole('button', { name: say.retryOne, exact: true }).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText(say.sendOneAgain);
    await question.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page).not.toHaveURL(address);
    await expect(page.getByText(say.finished).last()).toBeVisible();
    expect((await sandbox.mailbox()).filter(({ orderId }) => orderId === refused.id)).toHaveLength(
      1,
    );

    await page.getByRole('link', { name: say.openEarlier }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('link', { name: say.sentAnew(refused.number) })).toBeVisible();
    await expect(
      page.getByRole('checkbox', { name: say.choose(alsoRefused.number) }),
    ).toBeVisible();

    await page.getByRole('button', { name: say.sendHeldBack }).click();
    await page.getByRole('dialog').getByRole('button', { name: say.sendOnceMore }).click();
    await expect(page).not.toHaveURL(address);
    await expect(page.getByText(say.finished).last()).toBeVisible();
    expect((await sandbox.mailbox()).filter(({ orderId }) => orderId === first.id)).toHaveLength(2);
  });

  test(`the outcomes of a batch are exported as CSV (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const orders = (await mailableOrders(sandbox)).slice(0, 3);
    const batchId = await requestBatch(
      page,
      orders.map(({ id }) => id),
    );
    await page.goto(`${server.url}/deliveries/batches/${batchId}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say.export }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text.startsWith(say.csvHead)).toBe(true);
    for (const { number } of orders) expect(text).toContain(String(number));
  });

  test(`an unknown batch shows a not-found page (${language})`, async ({
    page,
    server,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 404/);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/deliveries/batches/nobody`);
    await expect(page.getByText(say.missing)).toBeVisible();
  });
}
