import { expect } from '@playwright/test';
import { test } from '../../support/fixtures.ts';
import { openInFrame } from '../../support/frame.ts';

/** The sandbox's dashboard behaves like Salla's, whatever our app asks of it. */
test('the dashboard around the frame answers as Salla’s', async ({
  page,
  server,
  consoleGuard,
}) => {
  // The app's own SDK receives the answers to these messages.
  consoleGuard.expectConsole(/Received response for unknown request/);
  await page.clock.install();
  await openInFrame(page, server.sandboxUrl, { language: 'en' });
  await expect(page).toHaveURL(/\/embedded\/app\/1000\/invoices\?lang=en&theme=light$/);
  const findFrame = () => page.frames().find((one) => one.url().startsWith(server.framedUrl));
  const appFrame = () => {
    const frame = findFrame();
    if (frame === undefined) throw new Error('The app is not in the frame.');
    return frame;
  };
  const say = (event: string, payload: object) =>
    appFrame().evaluate(
      (message) => {
        parent.postMessage({ ...message, source: 'embedded-app', requestId: 'a request' }, '*');
      },
      { event: `embedded::${event}`, payload },
    );
  /** Posts a message and returns the answer of that name. */
  const ask = (event: string, payload: object, answer: string) =>
    appFrame().evaluate(
      ({ answer, ...message }) =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => {
            if (data.event === answer) resolve(data.payload);
          });
          parent.postMessage({ ...message, source: 'embedded-app', requestId: 'a request' }, '*');
        }),
      { event: `embedded::${event}`, payload, answer: `embedded::${answer}` },
    );

  await say('nav.setAction', { title: 'Do it', value: 'do', icon: 'sicon-plus' });
  await expect(page.locator('#primary-action')).toHaveText('Do it');
  await expect(page.locator('#primary-action [data-icon="sicon-plus"] svg')).toBeVisible();

  const toast = page.locator('#toasts .toast');
  await say('ui.toast', { type: 'info', message: 'three seconds' });
  await say('ui.toast', { type: 'info', message: 'ten seconds', duration: 10_000 });
  await expect(toast).toHaveCount(2);
  await page.clock.runFor(3000);
  await expect(toast).toHaveText(['ten seconds']);
  await page.clock.runFor(7000);
  await expect(toast).toHaveCount(0);

  const items = page.locator('#app-pages button');
  const before = await items.count();
  const item = { title: 'One more', value: 'more', url: '/embedded/app/1000/more', active: true };
  await ask('nav.addItem', { item }, 'nav.addItem.response');
  await expect(page.locator('#app-pages button[aria-current]')).toHaveText('One more');
  await say('nav.addItem', { item: { ...item, title: 'The same value' } });
  const addons = await ask('checkout.getAddons', {}, 'checkout.getAddons.response');
  expect(addons).toEqual({ success: true, addons: [] });
  await expect(items).toHaveCount(before + 1);
  const order = { items: [{ type: 'addon', slug: 'more', quantity: 1 }], context: { at: 7 } };
  expect(await ask('checkout.create', order, 'checkout.response')).toMatchObject({
    success: false,
    status: 'failed',
    context: { at: 7 },
  });

  await say('page.navigate', { path: '/embedded/app/1000/deliveries?state=failed' });
  await expect(page).toHaveURL(/\/embedded\/app\/1000\/deliveries\?state=failed&lang=en/);
  await expect.poll(() => findFrame()?.url()).toContain('/deliveries?state=failed');
  await page.goBack();
  await expect(page).toHaveURL(/\/embedded\/app\/1000\/invoices\?lang=en/);
  await expect.poll(() => findFrame()?.url()).toContain('/invoices');
});
