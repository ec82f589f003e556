import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { mailableOrders, selectionOn } from '../../support/selectionPage.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

for (const language of languages) {
  const say = selectionWords[language];

  test(`a lost answer is requested again and nobody is mailed twice (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/net::ERR_FAILED/);
    await signInTab(page, server.url, language);
    const { boxOfOrder, resend } = selectionOn(page, language);
    for (const { orderNumber } of (await mailableOrders(sandbox)).slice(0, 2)) {
      await boxOfOrder(orderNumber).click();
    }
    await page.route(
      '**/api/deliveries',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await resend(2).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: say.send }).click();
    await expect(question).toContainText(say.noAnswer);
    await question.getByRole('button', { name: words[language].tryAgain }).click();
    await expect(page).toHaveURL(/\/deliveries\/batches\/.+/);
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(2);
    const mailed = (await sandbox.mailbox()).map(({ orderId }) => orderId);
    expect(new Set(mailed).size).toBe(2);
  });

  test(`orders sent moments ago are skipped, and a selection of only those asks for confirmation (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const { bar, boxOfOrder, resend } = selectionOn(page, language);
    const [first, second, third, fourth] = await mailableOrders(sandbox);
    const choose = async (...orders: (typeof first)[]) => {
      await page.goto(`${server.url}/invoices`);
      for (const order of orders) await boxOfOrder(order?.orderNumber ?? 0).click();
      await resend(orders.length).click();
    };
    const question = page.getByRole('dialog');
    await choose(first, second);
    await question.getByRole('button', { name: say.send }).click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(2);

    await choose(first, second);
    await expect(question).toContainText(say.asksAgain);
    await question.getByRole('button', { name: say.cancel, exact: true }).click();
    await expect(bar).toContainText(say.two);
    await bar.getByRole('button', { name: say.clear }).click();

    await choose(first, third, fourth);
    await expect(question).toContainText(say.left);
    await question.getByRole('button', { name: say.send }).click();
    await expect.poll(() => sandbox.mailbox(), { timeout: 20_000 }).toHaveLength(4);
    const mailed = (await sandbox.mailbox()).map(({ orderId }) => orderId);
    expect(new Set(mailed).size).toBe(4);
  });
}

test('"select all" waits for the rate limit, reports errors, continues, and keeps what was loaded', async ({
  page,
  server,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of (429|502)/);
  const say = selectionWords.en;
  await signInTab(page, server.url, 'en');
  const { bar, pageBox } = selectionOn(page, 'en');
  const problem = (status: number, code: string) => ({
    status,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '2' },
    body: JSON.stringify({ type: '', title: code, status, code, detail: code, requestId: 'r' }),
  });
  await page.route(/perPage=60/, (route) => route.fulfill(problem(429, 'rate_limited')), {
    times: 1,
  });
  await page.route(
    /page=3&perPage=60/,
    (route) => route.fulfill(problem(502, 'salla_unavailable')),
    { times: 1 },
  );
  await pageBox.click();
  await bar.getByRole('button', { name: say.all }).click();
  await expect(bar.getByText(say.waiting)).toBeVisible();
  await expect(bar.getByRole('button', { name: say.resend(15) })).toBeDisabled();
  await expect(bar).toContainText('Some invoices could not be loaded (Salla is not answering)');
  await expect(bar).toContainText('120 invoices');
  await bar.getByRole('button', { name: say.resume }).click();
  await expect(bar).toContainText('236 invoices');
});

test('a double click on the confirmation starts one batch', async ({ page, server, sandbox }) => {
  await signInTab(page, server.url, 'en');
  const { boxOfOrder, resend } = selectionOn(page, 'en');
  for (const { orderNumber } of (await mailableOrders(sandbox)).slice(0, 2)) {
    await boxOfOrder(orderNumber).click();
  }
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  await resend(2).dblclick();
  await page.getByRole('dialog').getByRole('button', { name: selectionWords.en.send }).dblclick();
  await expect(page).toHaveURL(/\/deliveries\/batches\/.+/);
  expect(asked).toEqual(['/api/deliveries/preview', '/api/deliveries']);
});

test('a refused batch shows the reason and keeps the selection', async ({
  page,
  server,
  consoleGuard,
}) => {
  consoleGuard.expectConsole(/status of 429|ERR_INTERNET_DISCONNECTED/);
  await signInTab(page, server.url, 'en');
  const { bar, box, resend } = selectionOn(page, 'en');
  await box(0).click();
  await box(1).click();
  await page.route('**/api/deliveries/preview', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '9' },
      body: JSON.stringify({
        type: '',
        title: '',
        status: 429,
        code: 'rate_limited',
        detail: 'Too much at once.',
        requestId: 'r',
      }),
    }),
  );
  await resend(2).click();
  await expect(page.getByRole('alert')).toContainText('Too much at once.');
  await expect(bar).toContainText('2 invoices');
  await expect(resend(2)).toBeEnabled();
});
