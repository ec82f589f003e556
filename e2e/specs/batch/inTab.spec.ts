import { expect, type Page } from '@playwright/test';
import { sendFault, slowSending } from '../../support/batches.ts';
import { batchWords } from '../../support/batchWords.ts';
import { test } from '../../support/fixtures.ts';
import type { Sandbox } from '../../support/sandbox.ts';
import { selectionWords } from '../../support/selectionWords.ts';
import { signInTab } from '../../support/signIn.ts';
import { languages, words } from '../../support/words.ts';

const perPage = 20;

/** The ids of orders whose customer has an email, by order number. */
async function mailable(sandbox: Sandbox): Promise<Map<number, number>> {
  const pages = await Promise.all([1, 2, 3].map((page) => sandbox.orders(page)));
  return new Map(
    pages
      .flat()
      .flatMap(({ id, reference_id, customer }) =>
        customer?.email ? [[reference_id, id] as const] : [],
      ),
  );
}

/** Selects `count` rows of the current page, each of an order that is not selected yet. */
async function selectRows(page: Page, numbers: Iterable<number>, chosen: number[]): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const boxes = page.locator('tbody').getByRole('checkbox');
  await expect(boxes.nth(perPage)).toBeVisible();
  const named = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')));
  const known = new Set(numbers);
  const before = chosen.length;
  for (const [index, name] of named.entries()) {
    const number = Number(/(\d+)$/.exec(name ?? '')?.[1]);
    if (!known.has(number) || chosen.includes(number)) continue;
    if (chosen.length === before + perPage) break;
    await boxes.nth(index).check();
    chosen.push(number);
  }
  expect(chosen).toHaveLength(before + perPage);
}

for (const language of languages) {
  const say = { ...words[language], ...batchWords[language] };

  test(`sixty invoices are sent once although the tab is closed halfway, and each has an outcome (${language})`, async ({
    page,
    context,
    server,
    sandbox,
  }) => {
    test.setTimeout(120_000);
    const orders = await mailable(sandbox);
    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices?perPage=30`);
    const chosen: number[] = [];
    await selectRows(page, orders.keys(), chosen);
    for (const number of [2, 3]) {
      await page.getByRole('button', { name: say.nextPage }).click();
      await expect(page).toHaveURL(new RegExp(`page=${number}`));
      await selectRows(page, orders.keys(), chosen);
    }
    const [refused, alsoRefused, open] = [chosen[7], chosen[25], chosen[44]];
    if (!refused || !alsoRefused || !open) throw new Error('too few orders');
    const idOf = (number: number) => orders.get(number) ?? 0;
    await sandbox.faults([
      sendFault(idOf(refused), { answer: '422', times: 1 }),
      sendFault(idOf(alsoRefused), { answer: '422', times: 1 }),
      sendFault(idOf(open), { answer: 'reset', times: 1 }),
      slowSending(800),
    ]);

    const bar = page.getByRole('region', { name: selectionWords[language].label });
    await expect(bar).toContainText(say.sixtySelected);
    await bar.getByRole('button', { name: say.resend60, exact: true }).click();
    const question = page.getByRole('dialog');
    await question.getByRole('button', { name: selectionWords[language].send }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.titleOf60);
    await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', '0');
    await page.close();

    const later = await context.newPage();
    await later.goto(`${server.url}/deliveries`);
    await later.getByRole('link', { name: say.titleOf60 }).first().click();
    await expect(later.getByText(say.result60, { exact: true }).last()).toBeVisible({
      timeout: 40_000,
    });
    const mailed = (await sandbox.mailbox()).map(({ orderId }) => orderId).sort();
    const expected = chosen.filter((number) => ![refused, alsoRefused, open].includes(number));
    expect(mailed).toEqual(expected.map(idOf).sort());

    await expect(later.getByRole('checkbox', { name: say.choose(refused) })).toBeVisible();
    await expect(later.getByRole('checkbox', { name: say.choose(alsoRefused) })).toBeVisible();
    await expect(later.getByRole('heading', { name: say.refused })).toBeVisible();
    await expect(later.getByRole('button', { name: say.wentOut(open) })).toBeVisible();
    // The sections stay folded until somebody opens them, also after a reload.
    await expect(later.getByRole('row')).toHaveCount(0);
    await later.getByRole('button', { name: say.showAll }).click();
    await later.getByRole('button', { name: new RegExp(`^${say.failed}`) }).click();
    await expect(later.getByRole('row')).toHaveCount(3);
    await later.reload();
    await expect(later.getByText(say.result60, { exact: true }).last()).toBeVisible();
    await expect(later.getByRole('row')).toHaveCount(3);
  });
}
