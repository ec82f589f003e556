import { expect, type Page, type Request } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { mailableOrders, requestBatch, sendFault, slowSending } from '../../support/batches.ts';
import { test } from '../../support/fixtures.ts';
import { resendsWords } from '../../support/resendsWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

/** An id that does not exist at Salla. */
const goneOrder = 999_999_999;

/** The paths of the page's API calls from now on, without queries. */
function pathsAskedBy(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) paths.push(pathname);
  });
  return paths;
}

for (const language of languages) {
  const say = { ...words[language], ...resendsWords[language] };

  test(`a colleague finds a finished batch (${language})`, async ({ page, server, sandbox }) => {
    await signInTab(page, server.url, language);
    const orders = (await mailableOrders(sandbox)).map(({ id }) => id);
    for (let batch = 0; batch < 7; batch += 1) {
      await requestBatch(page, orders.slice(batch * 2, batch * 2 + 2));
    }
    await expect.poll(() => sandbox.mailbox(), { timeout: 30_000 }).toHaveLength(14);

    await page.goto(`${server.url}/deliveries`);
    const list = page.getByRole('region', { name: say.earlier });
    await expect(list.getByRole('listitem')).toHaveCount(5);
    await expect(list.getByRole('listitem').first()).toContainText(say.twoAccepted);
    await expectNoViolations(page, 'resends of several orders');
    await list.getByRole('button', { name: say.twoMore }).click();
    await expect(list.getByRole('listitem')).toHaveCount(7);
    await list.getByRole('link').last().click();
    await expect(page.getByRole('heading', { level: 1, name: say.ofTwo })).toBeVisible();
  });

  test(`the card's counts match the record below (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await signInTab(page, server.url, language);
    const orders = (await mailableOrders(sandbox)).slice(0, 12).map(({ id }) => id);
    await sandbox.faults([slowSending(1500)]);
    await requestBatch(page, orders);
    await page.goto(`${server.url}/deliveries`);
    const chip = page.getByRole('search').getByRole('button', { name: say.accepted });
    await expect(page.getByText(say.partAccepted)).toBeVisible();
    const [sent] = (await page.getByText(say.partAccepted).textContent())?.match(/\d+/) ?? [];
    await expect(chip).toContainText(sent ?? 'a number', { timeout: 1000 });
    await sandbox.faults([]);
    // After the end the card is gone, and the chip counts all of them without a reload.
    await expect(chip).toContainText('12', { timeout: 20_000 });
  });
}

test('the card says that Salla is down and when the next attempt is', async ({
  page,
  server,
  sandbox,
}) => {
  await signInTab(page, server.url, 'en');
  const orders = (await mailableOrders(sandbox)).slice(0, 6).map(({ id }) => id);
  await sandbox.faults(orders.map((id) => sendFault(id, { answer: '503' })));
  const batchId = await requestBatch(page, orders);
  await page.goto(`${server.url}/deliveries`);
  await expect(page.getByText(/^Salla is not answering: tried again at \d\d:\d\d$/)).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText(/left$/)).toHaveCount(0);
  // Queued deliveries survive an uninstall and would affect the next test.
  await page.evaluate(
    (path) => fetch(path, { method: 'POST' }),
    `/api/deliveries/batches/${batchId}/cancel`,
  );
});

test('the record loads its orders in one call and marks unknown ones', async ({
  page,
  server,
  sandbox,
}) => {
  await signInTab(page, server.url, 'en');
  const orders = (await mailableOrders(sandbox)).slice(-3).map(({ id }) => id);
  const batchId = await requestBatch(page, [...orders, goneOrder]);
  await expect.poll(() => sandbox.mailbox(), { timeout: 30_000 }).toHaveLength(3);
  const asked = pathsAskedBy(page);
  await page.goto(`${server.url}/deliveries?batchId=${batchId}`);
  const names = page.locator('tbody').getByRole('rowheader');
  await expect(names.getByText(/^\d{6,}$/)).toHaveCount(3);
  await expect(names.getByText('Order number not found')).toHaveCount(1);
  expect(asked.filter((path) => path.startsWith('/api/orders'))).toEqual(['/api/orders']);
});
