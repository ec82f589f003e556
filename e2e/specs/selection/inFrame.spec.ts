import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';
import { mailableOrders, selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { languages } from '../../support/words.ts';

for (const language of languages) {
  const say = selectionWords[language];

  test(`in Salla's frame without storage: a selection survives opening an invoice and is sent with the host's action (${language})`, async ({
    strictPage,
    server,
    sandbox,
  }) => {
    const orders = (await mailableOrders(sandbox)).slice(0, 2);
    const { page, app } = await openInFrame(strictPage, server.sandboxUrl, { language });
    const { bar, boxOfOrder } = selectionOn(app, language);
    const action = page.locator('#primary-action');
    await expect(action).not.toBeEmpty();
    for (const { orderNumber } of orders) await boxOfOrder(orderNumber).click();
    await expect(bar).toContainText(say.two);
    await expect(action).toHaveText(say.resend(2));

    await app.getByRole('row').nth(3).getByRole('link').first().click();
    await expect(action).not.toHaveText(say.resend(2));
    await app.getByRole('link', { name: say.back }).click();
    await expect(bar).toContainText(say.two);
    await action.click();
    const question = page.getByRole('dialog');
    await expect(question.getByRole('heading', { name: say.asksAbout })).toBeVisible();
    await question.getByRole('button', { name: say.send }).click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(2);
    const mailed = (await sandbox.mailbox()).map(({ orderId }) => orderId).sort();
    expect(mailed).toEqual(orders.map(({ orderId }) => orderId).sort());
    await expect(action).not.toHaveText(say.resend(2));
  });
}
