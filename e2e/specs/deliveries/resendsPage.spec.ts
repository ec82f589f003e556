import { expect, type Page, type Request } from '@playwright/test';
import { expectNoViolations } from '../../support/axe.ts';
import { mailableOrders, requestBatch, sendFault, slowSending } from '../../support/batches.ts';
import { test } from '../../support/fixtures.ts';
import { resendsWords } from '../../support/resendsWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

/** Salla has none of this id. */
const goneOrder = 999_999_999;

/** What the page asks the proxy for from now on, without the queries. */
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

  test(`a colleague finds what was sent together, long after it ended (${language})`, async ({
    page,
    desk,
    sandbox,
  }) => {
    await signInTab(page, desk.url, language);
    const orders = (await mailableOrders(sandbox)).map(({ id }) => id);
    for (let batch = 0; batch < 7; batch += 1) {
      await requestBatch(page, orders.slice(batch * 2, batch * 2 + 2));
    }
    await expect.poll(() => sandbox.mailbox(), { timeout: 30_000 }).toHaveLength(14);

    await page.goto(`${desk.url}/deliveries`);
    const list = page.getByRole('region', { name: say.earlier });
    await expect(list.getByRole('listitem')).toHaveCount(5);
    await expect(list.getByRole('listitem').first()).toContainText(say.twoAccepted);
    await expectNoViolations(page, 'resends of several orders');
    await list.getByRole('button', { name: say.twoMore }).click();
    await expect(list.getByRole('listitem')).toHaveCount(7);
    await list.getByRole('link').last().click();
    await expect(page.getByRole('heading', { level: 1, name: say.ofTwo })).toBeVisible();
  });

  test(`the card's numbers are those of the record below it (${language})`, async ({
    page,
    desk,
    sandbox,
  }) => {
    await signInTab(page, desk.url, language);
    const orders = (await mailableOrders(sandbox)).slice(0, 12).map(({ id }) => id);
    await sandbox.faults([slowSending(1500)]);
    await requestBatch(page, orders);
    await page.goto(`${desk.url}/deliveries`);
    const chip = page.getByRole('search').getByRole('button', { name: say.accepted });
    await expect(page.getByText(say.partAccepted)).toBeVisible();
    const [sent] = (await page.getByText(say.partAccepted).textContent())?.match(/\d+/) ?? [];
    await expect(chip).toContainText(sent ?? 'a number', { timeout: 1000 });
    await sandbox.faults([]);
    // Once all is done the card is gone, and the chip has all of them without a reload.
    await expect(chip).toContainText('12', { timeout: 20_000 });
  });
}

test('Salla that is down is named on the card, with when it is tried again', async ({
  page,
  desk,
  sandbox,
}) => {
  await signInTab(page, desk.url, 'en');
  const orders = (await mailableOrders(sandbox)).slice(0, 6).map(({ id }) => id);
  await sandbox.faults(orders.map((id) => sendFault(id, { answer: '503' })));
  const batchId = await requestBatch(page, orders);
  await page.goto(`${desk.url}/deliveries`);
  await expect(page.getByText(/^Salla is not answering: tried again at \d\d:\d\d$/)).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText(/left$/)).toHaveCount(0);
  // What waits outlives an uninstall, and would stand in the way of the next test.
  await page.evaluate(
    (path) => fetch(path, { method: 'POST' }),
    `/api/deliveries/batches/${batchId}/cancel`,
  );
});

test('the orders of the record cost one call, and who is not found there is named so', async ({
  page,
  desk,
  sandbox,
}) => {
  await signInTab(page, desk.url, 'en');
  const orders = (await mailableOrders(sandbox)).slice(-3).map(({ id }) => id);
  const batchId = await requestBatch(page, [...orders, goneOrder]);
  await expect.poll(() => sandbox.mailbox(), { timeout: 30_000 }).toHaveLength(3);
  const asked = pathsAskedBy(page);
  await page.goto(`${desk.url}/deliveries?batchId=${batchId}`);
  const names = page.locator('tbody').getByRole('rowheader');
  await expect(names.getByText(/^\d{6,}$/)).toHaveCount(3);
  await expect(names.getByText('Order number not found')).toHaveCount(1);
  expect(asked.filter((path) => path.startsWith('/api/orders'))).toEqual(['/api/orders']);
});
