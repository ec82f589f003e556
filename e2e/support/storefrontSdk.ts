/** Drives Salla's real storefront SDK on the sandbox's storefront page, as a store's theme does. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';

const sdk = join(
  import.meta.dirname,
  '../../node_modules/@salla.sa/twilight/dist/@salla.sa/twilight.min.js',
);

const Settings = z.object({
  twilight: z.object({
    store: z.object({ id: z.number(), name: z.string(), api: z.string(), url: z.string() }),
    user: z.object({
      type: z.enum(['user', 'guest']),
      id: z.number().optional(),
      language_code: z.string(),
      currency_code: z.string(),
    }),
    page: z.object({ id: z.number().optional() }),
  }),
  token: z.string().nullable(),
});
export type Settings = z.infer<typeof Settings>;

/** The events of one request with their arguments, and the notices that the SDK would show. */
type Heard = {
  sent: [message: string, orderId: number][];
  notSent: [reason: string | number, orderId: number | null][];
  told: string[];
};

type Answer = { status: number; data: { message: string } };
type Refusal = string | { response: { status: number } };

/** The part of the SDK used here: its own declarations can't be imported as a module's types. */
declare global {
  var salla: {
    storage: { set(key: string, value: unknown): void };
    notify: { setNotifier(show: (message: string) => void): void };
    event: {
      on(name: 'order::invoice.sent', heard: (answer: Answer, id: number) => void): void;
      order: {
        onInvoiceSent(heard: (answer: Answer, id: number) => void): void;
        onInvoiceNotSent(heard: (reason: Refusal, id?: number) => void): void;
      };
    };
    onReady(): Promise<unknown>;
    init(settings: Settings['twilight']): void;
    order: { sendInvoice(payload?: { id: number } | number): Promise<Answer> };
  };
}

/** The data that the storefront page has for its scripts. */
export async function settingsOf(page: Page): Promise<Settings> {
  return Settings.parse(JSON.parse((await page.locator('#settings').textContent()) ?? ''));
}

/** The id of the order on the page. */
export function shownOrder({ twilight }: Settings): number {
  if (twilight.page.id === undefined) throw new Error('The storefront shows no order');
  return twilight.page.id;
}

/** The customer signed in on the page. Throws if nobody is. */
export async function customerOf({ twilight, token }: Settings): Promise<{ email: string }> {
  const response = await fetch(`${twilight.store.api}auth/user`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return z.object({ data: z.object({ email: z.string() }) }).parse(await response.json()).data;
}

/** Every call of the store's API that leaves the page, such as `POST orders/send/1`. */
export function storeCalls(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    const [, path] = request.url().split('/store/v1/');
    if (path !== undefined) calls.push(`${request.method()} ${path}`);
  });
  return calls;
}

/**
 * Starts the SDK as a theme does, in the browser of a returning customer: the token, the user, the
 * cart, the wish list and the translations are in the SDK's storage, so it requests none of them.
 */
export async function startSdk(page: Page, settings: Settings): Promise<void> {
  await page.addScriptTag({ path: sdk });
  await page.evaluate(async ({ twilight, token }) => {
    const { store, user } = twilight;
    salla.storage.set('s_translations', { [store.id]: { [`${user.language_code}.trans`]: {} } });
    if (token !== null) {
      salla.storage.set('token', token);
      salla.storage.set('user', user);
      salla.storage.set('cart', { id: '1', store_id: store.id, user_id: user.id });
      salla.storage.set('salla::wishlist-hydrated-user', `${store.id}--${user.id}`);
    }
    const ready = salla.onReady();
    salla.init(twilight);
    await ready;
  }, settings);
}

/** Requests the invoice as a theme's button does and returns the events that followed. */
export function sendInvoice(page: Page, payload?: { id: number } | number): Promise<Heard> {
  return page.evaluate(async (asked) => {
    const heard: Heard = { sent: [], notSent: [], told: [] };
    salla.notify.setNotifier((message) => heard.told.push(message));
    salla.event.order.onInvoiceSent(({ data }, id) => heard.sent.push([data.message, id]));
    salla.event.on('order::invoice.sent', ({ data }, id) => heard.sent.push([data.message, id]));
    salla.event.order.onInvoiceNotSent((reason, id) => {
      const why = typeof reason === 'string' ? reason : reason.response.status;
      heard.notSent.push([why, id ?? null]);
    });
    // The promise has the same result as the events, which a theme listens to.
    await salla.order.sendInvoice(asked).catch(() => null);
    return heard;
  }, payload);
}
