/**
 * How a customer requests an invoice: a store's page with Salla's real storefront SDK, and the sandbox's own
 * button beside it, both ending in the mailbox.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import {
  customerOf,
  type Settings,
  sendInvoice,
  settingsOf,
  shownOrder,
  startSdk,
  storeCalls,
} from '../../support/storefrontSdk.ts';
import { type Language, languages } from '../../support/words.ts';

const says = {
  en: {
    send: 'Send me the invoice',
    accepted: 'The store accepted your request. Look into your email.',
    notSent: 'The invoice was not sent.',
    noEmail: '(no email)',
  },
  ar: {
    send: 'أرسل لي الفاتورة',
    accepted: 'قبل المتجر طلبك. راجع بريدك الإلكتروني.',
    notSent: 'لم تُرسل الفاتورة.',
    noEmail: '(بلا بريد)',
  },
} satisfies Record<Language, object>;

/** Signs in as another customer through the page's links. */
async function signInAs(page: Page, customer: Locator): Promise<Settings> {
  await customer.click();
  await page.waitForURL(/customer=/);
  return settingsOf(page);
}

const accepted = 'تم ارسال رسالة الفاتورة بنجاح';

test.describe('with the storefront SDK', () => {
  test.beforeEach(({ consoleGuard }) => {
    // The SDK logs this about its own listeners while it loads.
    consoleGuard.expectConsole(/possible EventEmitter memory leak detected\. 11 listeners added/);
  });

  for (const language of languages) {
    test(`a customer gets the invoice once and sees the notice (${language})`, async ({
      page,
      server,
      sandbox,
    }) => {
      await page.goto(`${server.sandboxUrl}/storefront?lang=${language}`);
      const settings = await settingsOf(page);
      const id = shownOrder(settings);
      const calls = storeCalls(page);
      await startSdk(page, settings);
      expect(await sendInvoice(page, { id })).toEqual({
        sent: [
          [accepted, id],
          [accepted, id],
        ],
        notSent: [],
        told: [accepted],
      });
      expect(calls).toEqual([`POST orders/send/${id}`]);
      expect(await sandbox.mailbox()).toMatchObject([
        { orderId: id, to: (await customerOf(settings)).email, via: 'storefront' },
      ]);
    });
  }

  test('the order id is optional on the page of an order', async ({ page, server, sandbox }) => {
    await page.goto(`${server.sandboxUrl}/storefront`);
    const settings = await settingsOf(page);
    const id = shownOrder(settings);
    await startSdk(page, settings);
    expect(await sendInvoice(page)).toMatchObject({ notSent: [], told: [accepted] });
    expect(await sandbox.mailbox()).toMatchObject([{ orderId: id, via: 'storefront' }]);
  });

  test('without an id it refuses and calls no API', async ({ page, server, sandbox }) => {
    await page.goto(`${server.sandboxUrl}/storefront`);
    const { twilight, token } = await settingsOf(page);
    const calls = storeCalls(page);
    await startSdk(page, { twilight: { ...twilight, page: {} }, token });
    expect(await sendInvoice(page)).toEqual({
      sent: [],
      notSent: [['There is no id!', null]],
      told: [],
    });
    expect(calls).toEqual([]);
    expect(await sandbox.mailbox()).toEqual([]);
  });

  test("another customer's order is not sent", async ({ page, server, sandbox, consoleGuard }) => {
    await page.goto(`${server.sandboxUrl}/storefront?lang=en`);
    const settings = await settingsOf(page);
    const others = page
      .getByRole('navigation', { name: 'Signed in as' })
      .locator('a:not([aria-current])')
      .filter({ hasNotText: /no email|Signed out/ });
    const id = shownOrder(await signInAs(page, others.first()));
    expect(id).not.toBe(shownOrder(settings));
    await page.goto(`${server.sandboxUrl}/storefront?lang=en`);
    consoleGuard.expectConsole(new RegExp(`status of 404 .*/store/v1/orders/send/${id}\\)`));
    await startSdk(page, settings);
    expect(await sendInvoice(page, id)).toMatchObject({ sent: [], notSent: [[404, id]] });
    expect(await sandbox.mailbox()).toEqual([]);
  });

  test('a customer without an email sees that nothing was sent', async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    await page.goto(`${server.sandboxUrl}/storefront?lang=en`);
    const settings = await signInAs(
      page,
      page.getByRole('link', { name: says.en.noEmail }).first(),
    );
    await expect(page.getByRole('definition').filter({ hasText: 'Issued' })).toBeVisible();
    const id = shownOrder(settings);
    consoleGuard.expectConsole(new RegExp(`status of 422 .*/store/v1/orders/send/${id}\\)`));
    await startSdk(page, settings);
    expect(await sendInvoice(page, { id })).toEqual({
      sent: [],
      notSent: [[422, id]],
      told: ['حصل خطأ غير متوقع يرجى إعادة المُحاولة لاحقاً'],
    });
    expect(await sandbox.mailbox()).toEqual([]);
  });

  test('a visitor who is not signed in gets nothing', async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    await page.goto(`${server.sandboxUrl}/storefront?customer=none`);
    const settings = await settingsOf(page);
    const id = shownOrder(settings);
    consoleGuard.expectConsole(new RegExp(`status of 401 .*/store/v1/orders/send/${id}\\)`));
    await startSdk(page, settings);
    expect(await sendInvoice(page, { id })).toMatchObject({ sent: [], notSent: [[401, id]] });
    expect(await sandbox.mailbox()).toEqual([]);
  });

  test.describe('from a store at another origin', () => {
    // The sandbox's page may call its own origin only; pages of real stores call Salla's.
    test.use({ bypassCSP: true });

    test('a customer gets the invoice', async ({ page, server, sandbox }) => {
      await page.goto(`${server.sandboxUrl.replace('localhost', '127.0.0.1')}/storefront`);
      const settings = await settingsOf(page);
      const id = shownOrder(settings);
      expect(new URL(settings.twilight.store.api).origin).not.toBe(new URL(page.url()).origin);
      await startSdk(page, settings);
      expect(await sendInvoice(page, { id })).toMatchObject({ notSent: [], told: [accepted] });
      expect(await sandbox.mailbox()).toMatchObject([{ orderId: id, via: 'storefront' }]);
    });
  });
});

for (const language of languages) {
  const say = says[language];

  test(`the page's own button sends the invoice (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    await page.goto(`${server.sandboxUrl}/storefront?lang=${language}`);
    const settings = await settingsOf(page);
    const id = shownOrder(settings);
    const { email } = await customerOf(settings);
    await page.getByRole('button', { name: say.send }).click();
    await expect(page.getByRole('status')).toHaveText(say.accepted);
    expect(await sandbox.mailbox()).toMatchObject([{ orderId: id, to: email, via: 'storefront' }]);
    await page.goto(`${server.sandboxUrl}/mailbox?lang=${language}`);
    await expect(page.getByText(email)).toBeVisible();
  });

  test(`the page's own button says when nothing was sent (${language})`, async ({
    page,
    server,
    sandbox,
    consoleGuard,
  }) => {
    consoleGuard.expectConsole(/status of 422 .*\/store\/v1\/orders\/send\/\d+\)/);
    await page.goto(`${server.sandboxUrl}/storefront?lang=${language}`);
    await signInAs(page, page.getByRole('link', { name: say.noEmail }).first());
    await page.getByRole('button', { name: say.send }).click();
    await expect(page.getByRole('status')).toContainText(say.notSent);
    expect(await sandbox.mailbox()).toEqual([]);
  });
}
