import { expect } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { mailableOrders, requestBatch, sendFault } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = { ...words[language], ...batchWords[language] };

  test(`many unconfirmed deliveries are resolved with one confirmation, and one is retried without (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signInTab(page, server.url, language);
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    const orders = (await mailableOrders(sandbox)).slice(0, 3);
    const [first, second, third] = orders;
    if (!first || !second || !third) throw new Error('too few orders');
    // One at a time: after an unconfirmed result the circuit breaker delays the others.
    const faults = orders.map(({ id }) => sendFault(id, { answer: 'reset', times: 1 }));
    await sandbox.faults(faults);
    const batchId = await requestBatch(
      page,
      orders.map(({ id }) => id),
    );
    await page.goto(`${server.url}/deliveries/batches/${batchId}`);
    await expect(page.getByRole('heading', { name: say.threeUnconfirmed })).toBeVisible({
      timeout: 60_000,
    });
    await expectNoViolations(page, 'many to be decided about');

    await page.getByRole('checkbox', { name: say.chooseAll }).check();
    await page.getByRole('checkbox', { name: say.choose(third.number) }).uncheck();
    await page.getByRole('button', { name: say.bothWentOut }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: say.yesTheyWentOut }).click();
    await expect(page.getByRole('heading', { name: say.oneUnconfirmed })).toBeVisible();
    await expect(page.getByRole('status').getByText(say.markedBoth)).toBeAttached();
    await expect(page.getByRole('button', { name: say.wentOut(third.number) })).toBeFocused();

    await page.getByRole('button', { name: say.sendOneAgainOf(third.number) }).click();
    await question.getByRole('button', { name: say.sendAgain }).click();
    await expect(
      page.getByRole('status').getByText(say.beingSentAgain(third.number)),
    ).toBeAttached();
    await expect(page.getByRole('link', { name: say.sentAnew(third.number) })).toBeVisible();
    await expect(page.getByRole('heading', { name: say.oneUnconfirmed })).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(1);
    expect((await sandbox.mailbox())[0]?.orderId).toBe(third.id);
  });
}
