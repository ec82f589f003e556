import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

const list = { method: 'GET', path: '/admin/v2/orders/invoices' };

for (const language of languages) {
  const say = words[language];

  test(`when Salla is down the page says so, and retry loads the list (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 502/);
    await signInTab(page, server.url, language);
    await sandbox.faults([{ ...list, answer: '500' }]);
    await page.goto(`${server.url}/invoices`);
    await expect(page.getByText(say.sallaSilent)).toBeVisible();
    await sandbox.faults([]);
    await page.getByRole('button', { name: say.tryAgain }).click();
    await expect(page.getByRole('row').nth(3)).toBeVisible();
  });

  test(`Salla’s reason for refusing a PDF is shown in its own words (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 422/);
    const { invoice } = await mailableOrder(sandbox);
    await sandbox.faults([
      {
        method: 'POST',
        path: `/admin/v2/orders/${invoice.order_id}/print-invoice`,
        answer: 'body',
        status: 422,
        body: { status: 422, success: false, error: { message: 'الطلب ملغي' } },
      },
    ]);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices/${invoice.id}`);
    await page.getByRole('button', { name: say.sallaPdf }).click();
    await expect(page.getByText(say.noPdf).filter({ hasText: 'الطلب ملغي' })).toBeVisible();
  });

  test(`at the rate limit the page counts down, retries by itself and keeps what is shown (${language})`, async ({
    page,
    server,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 429/);
    await signInTab(page, server.url, language);
    const refuseOnce = (reason: string) =>
      page.route(
        '**/api/invoices?**',
        (route) =>
          route.fulfill({
            status: 429,
            headers: { 'content-type': 'application/problem+json', 'retry-after': '3' },
            body: JSON.stringify({ code: 'rate_limited', reason, status: 429, requestId: 'r' }),
          }),
        { times: 1 },
      );
    await refuseOnce('store_busy');
    await page.goto(`${server.url}/invoices?perPage=60`);
    const waiting = page.getByRole('alert');
    await expect(waiting).toContainText(say.storeBusy);
    // The countdown is visual; a screen reader gets one sentence.
    const read = waiting.locator('.visually-hidden', { hasText: say.retriesIn(3) });
    await expect(waiting.getByText(say.retriesIn(2)).first()).toBeVisible();
    await expect(read).toHaveCount(1);
    await expect(page.getByRole('row').nth(3)).toBeVisible();

    const first = page.getByRole('row').nth(1).getByRole('link').first();
    const number = (await first.textContent()) ?? '';
    await page.goto(`${server.url}/invoices`);
    await expect(first).toHaveText(number);
    await refuseOnce('salla');
    // Without hovering, which would prefetch the page.
    await page.getByRole('button', { name: say.nextPage }).dispatchEvent('click');
    await expect(page.getByText(say.keptOld)).toContainText(say.sallaAsks);
    await expect(first).toHaveText(number);
    await expect(page.getByText(say.keptOld)).toBeHidden();
    await expect(first).not.toHaveText(number);

    await page.route('**/api/orders/*', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'content-type': 'application/problem+json', 'retry-after': '41' },
        body: JSON.stringify({ code: 'rate_limited', detail: 'x', status: 429, requestId: 'r' }),
      }),
    );
    await page.getByRole('row').nth(1).getByRole('button').click();
    await expect(page.getByText(say.tryAgainIn(41))).toBeVisible();
  });

  test(`when the next page fails the current rows stay (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 502|ERR_FAILED/);
    await signInTab(page, server.url, language);
    const first = page.getByRole('row').nth(1).getByRole('link').first();
    const number = (await first.textContent()) ?? '';
    await sandbox.faults([{ ...list, answer: '500' }]);
    await page.getByRole('button', { name: say.nextPage }).click();
    await expect(page.getByText(say.keptOld)).toContainText(say.sallaSilent);
    await expect(first).toHaveText(number);
    await page.route('**/api/invoices?**', (route) => route.abort());
    await page.getByRole('button', { name: say.tryAgain }).click();
    await expect(page.getByText(say.keptOld)).toContainText(say.deskSilent);
    await page.unroute('**/api/invoices?**');
    await sandbox.faults([]);
    await page.getByRole('button', { name: say.tryAgain }).click();
    await expect(page.getByText(say.keptOld)).toBeHidden();
    await expect(first).not.toHaveText(number);
  });

  test(`an unknown page and an unknown invoice show a not-found page (${language})`, async ({
    page,
    server,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 404/);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/nowhere`);
    await expect(page.getByText(say.notFound)).toBeVisible();
    await page.goto(`${server.url}/invoices/4294967299`);
    await expect(page.getByText(say.noInvoice)).toBeVisible();
  });

  test(`offline shows a banner and keeps what is on the screen (${language})`, async ({
    page,
    context,
    server,
  }) => {
    await signInTab(page, server.url, language);
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    // Fonts load after the rows; the browser logs an error for each one that fails.
    await page.waitForLoadState('networkidle');
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await context.setOffline(true);
    await expect(page.getByText(say.offline)).toBeVisible();
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText(say.offline)).toBeHidden();
  });

  test(`a resend whose answer is lost is unconfirmed, and a person decides (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order, customer } = await mailableOrder(sandbox);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices?orderId=${order.id}`);
    await sandbox.faults([
      { method: 'POST', path: `/admin/v2/orders/${order.id}/send-invoice`, answer: 'reset' },
    ]);
    await page
      .getByRole('button', { name: say.resendOrder(order.reference_id) })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByRole('row').filter({ hasText: say.unconfirmed }).first()).toBeVisible({
      timeout: 20_000,
    });
    await page.goto(`${server.url}/deliveries`);
    const question = page.getByRole('dialog');
    await page.getByRole('button', { name: say.retryOrder(order.reference_id) }).click();
    await expect(question).toContainText(String(order.reference_id));
    await expect(question).toContainText(`${customer.first_name} ${customer.last_name}`);
    await expect(question).toContainText('•••@');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: say.wentOut(order.reference_id) }).click();
    await expect(question).toContainText(String(order.reference_id));
    await question.getByRole('button', { name: say.yesWentOut }).click();
    await expect(page.getByRole('row').filter({ hasText: say.accepted })).toBeVisible();
    expect(await sandbox.mailbox()).toEqual([]);
  });

  test(`uninstalling the app ends the session at once (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 401/);
    await signInTab(page, server.url, language);
    await expect(page.getByRole('row').nth(3)).toBeVisible();
    await sandbox.uninstallFrom(server.url);
    await page.reload();
    await expect(page.getByRole('link', { name: say.signIn })).toBeVisible();
  });
}

test('names with markup, overrides and emoji are text, and no page scrolls sideways', async ({
  page,
  server,
}) => {
  await signInTab(page, server.url, 'en');
  for (const width of [390, 768, 1024, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${server.url}/invoices?perPage=60`);
    await expect(page.getByRole('button', { name: /^(Send|Resend) / }).nth(50)).toBeAttached();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width}`).toBe(0);
  }
});
