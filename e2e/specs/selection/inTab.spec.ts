import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { mailableOrders, selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = selectionWords[language];

  test(`a selection over two pages survives a reload and is sent with one confirmation (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const mailable = await mailableOrders(sandbox);
    await signInTab(page, server.url, language);
    const { bar, boxOfOrder, box, resend } = selectionOn(page, language);
    await expect(box(0)).toBeVisible();
    const [first, second] = mailable;
    await boxOfOrder(first?.orderNumber ?? 0).click();
    await boxOfOrder(second?.orderNumber ?? 0).click();
    await expect(bar).toContainText(say.two);

    await page.getByRole('button', { name: words[language].nextPage }).click();
    await expect(page).toHaveURL(/page=2/);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const shown = await page.locator('tbody').textContent();
    const third = mailable.find(({ orderNumber }) => shown?.includes(String(orderNumber)));
    await boxOfOrder(third?.orderNumber ?? 0).click();
    await expect(bar).toContainText(say.three);

    await page.getByRole('row').nth(2).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/invoices\/\d+$/);
    await page.goBack();
    await expect(boxOfOrder(third?.orderNumber ?? 0)).toBeChecked();
    await page.reload();
    await expect(bar).toContainText(say.three);
    await expect(boxOfOrder(third?.orderNumber ?? 0)).toBeChecked();

    await resend(3).click();
    const question = page.getByRole('dialog');
    await expect(question).toContainText('3');
    await question.getByRole('button', { name: say.send }).click();
    await expect(page).toHaveURL(/\/deliveries\/batches\/.+/);
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(3);
    const mailed = (await sandbox.mailbox()).map(({ orderId }) => orderId).sort();
    expect(mailed).toEqual([first, second, third].map((order) => order?.orderId).sort());
    await page.goBack();
    await expect(box(0)).toBeVisible();
    await expect(bar).toHaveCount(0);
  });

  test(`all invoices of the list can be selected at once (${language})`, async ({
    page,
    server,
  }) => {
    await signInTab(page, server.url, language);
    const { bar, pageBox, box } = selectionOn(page, language);
    await box(1).click();
    await expect(pageBox).toBeChecked({ indeterminate: true });
    await pageBox.click();
    await expect(pageBox).toBeChecked();
    const all = bar.getByRole('button', { name: say.all });
    const total = /\d+/.exec(String(await all.textContent()))?.[0] ?? 'none';
    await all.click();
    await expect(bar.getByRole('status')).toContainText(total);
    await expect(all).toHaveCount(0);
    await page.getByRole('button', { name: words[language].nextPage }).click();
    await expect(pageBox).toBeChecked();

    // Several invoices of an order are one email: the button counts emails.
    const send = bar.getByRole('button', { name: say.resendMany });
    const orders = /\d+/.exec(String(await send.textContent()))?.[0] ?? 'none';
    expect(Number(orders)).toBeLessThan(Number(total));
    await expect(bar.getByRole('status')).toContainText(orders);
    await send.click();
    const question = page.getByRole('dialog');
    await expect(question.getByRole('heading', { name: say.asksAbout })).toBeVisible();
    await question.getByRole('button', { name: say.cancel, exact: true }).click();
    await expect(bar.getByRole('status')).toContainText(total);
  });
}

test('one selected invoice is sent as a single resend and can be undone', async ({
  page,
  server,
  sandbox,
}) => {
  const [order] = await mailableOrders(sandbox);
  const orderNumber = order?.orderNumber ?? 0;
  await signInTab(page, server.url, 'en');
  const { bar, boxOfOrder, resend } = selectionOn(page, 'en');
  await boxOfOrder(orderNumber).click();
  await resend(1).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(String(orderNumber));
  await question.getByRole('button', { name: words.en.send, exact: true }).click();
  await page
    .getByRole('button', { name: words.en.undoOrder(orderNumber) })
    .first()
    .click();
  await expect(page.getByRole('row').filter({ hasText: words.en.canceled }).first()).toBeVisible();
  await expect(bar).toHaveCount(0);
  expect(await sandbox.mailbox()).toEqual([]);
});

test('a checkbox names its invoice and order', async ({ page, server, sandbox }) => {
  const [order] = await mailableOrders(sandbox);
  const [invoice] = await sandbox.invoicesOf(order?.orderId ?? 0);
  await signInTab(page, server.url, 'en');
  const name = `Select invoice ${invoice?.invoice_number} of order ${order?.orderNumber}`;
  await expect(page.getByRole('checkbox', { name, exact: true })).toBeVisible();
});

test('the selection stays when the list is filtered, and the bar counts what is not on screen', async ({
  page,
  server,
  sandbox,
}) => {
  const [first, second] = await mailableOrders(sandbox);
  await signInTab(page, server.url, 'en');
  const { bar, boxOfOrder } = selectionOn(page, 'en');
  await boxOfOrder(first?.orderNumber ?? 0).click();
  await page.goto(`${server.url}/invoices?orderId=${second?.orderId}`);
  await boxOfOrder(second?.orderNumber ?? 0).click();
  await expect(bar).toContainText('2 invoices selected, 1 not on this page');
});
