import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createSandbox } from '../createSandbox.ts';

const origin = 'http://localhost:3100';
const framedAppUrl = 'http://127.0.0.1:3000';

const StorefrontSettings = z.object({
  twilight: z.object({ page: z.object({ id: z.number() }) }),
  token: z.string(),
});

function newSandbox() {
  return createSandbox({
    origin,
    appUrl: 'http://localhost:3000',
    framedAppUrl,
    now: () => Date.UTC(2026, 10, 22),
    deliverWebhook: async () => new Response(null, { status: 200 }),
  });
}

let sandbox = newSandbox();
beforeEach(() => {
  sandbox = newSandbox();
});

const ask = (path: string, init?: RequestInit) =>
  sandbox.fetch(new Request(`${origin}${path}`, init));
const read = async (path: string) => (await ask(path)).text();

function settingsIn(page: string): Record<string, unknown> {
  const [, json] =
    /<script type="application\/json" id="settings">(.*?)<\/script>/.exec(page) ?? [];
  return JSON.parse(json ?? 'null');
}

describe('the dashboard page', () => {
  test('is in Arabic unless English is asked for', async () => {
    expect(await read('/')).toContain('<html lang="ar" dir="rtl" data-theme="light">');
    expect(await read('/?lang=en&theme=dark')).toContain(
      '<html lang="en" dir="ltr" data-theme="dark">',
    );
    expect(await read('/?lang=fr&theme=pink&width=7')).toContain('<html lang="ar"');
  });

  test('may frame the app and nothing else, and be framed by nobody', async () => {
    const policy = (await ask('/')).headers.get('Content-Security-Policy');
    expect(policy).toContain(`frame-src ${framedAppUrl};`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['/invoices/1?from=2026-01-01', '/invoices/1?from=2026-01-01'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['https://evil.example/', '/'],
    ['/\t/evil.example/', '/'],
  ])('opens the app at %j within the app', async (path, opened) => {
    const page = await read(`/?path=${encodeURIComponent(path)}`);
    expect(settingsIn(page).frameAddress).toBe(`${framedAppUrl}${opened}`);
  });

  test.each([
    ['/embedded/app/1000', '/'],
    ['/embedded/app/1000/invoices/7', '/invoices/7'],
    ['/embedded/app/1000/invoices?lang=en&from=2026-01-01&panel=open', '/invoices?from=2026-01-01'],
    ['/embedded/app/1000//evil.example/', '/'],
  ])('at %s opens the app at %s, as Salla’s does', async (path, opened) => {
    expect(settingsIn(await read(path)).frameAddress).toBe(`${framedAppUrl}${opened}`);
    expect((await ask('/embedded/app/2000/invoices')).status).toBe(404);
  });

  test('shows which fault is in force, and says so when a script has set another', async () => {
    sandbox.setFaults([{ method: '*', path: '/admin/v2', answer: '503' }]);
    expect(await read('/')).toContain('<option value="503" selected');
    sandbox.setFaults([{ method: 'GET', path: '/admin/v2/orders/1', answer: '503' }]);
    expect(await read('/')).toContain('<option value="other" selected');
  });
});

test('the dashboard page shows who issues the store’s invoices, and lets a person choose', async () => {
  expect(await read('/')).toContain('<option value="custom" selected');
  sandbox.setIssuance('default_provider');
  const page = await read('/?lang=en');
  expect(page).toContain('<option value="default_provider" selected');
  expect(page).toContain('data-body="{&quot;issuance&quot;:&quot;salla&quot;}"');
});

test('the dashboard page shows in which format orders are listed, and lets a person choose', async () => {
  const option = (format: string, mark = '') =>
    `<option value="${format}"${mark} data-body="{&quot;format&quot;:&quot;${format}&quot;}"`;
  const full = await read('/');
  expect(full).toContain(option('full', ' selected'));
  expect(full).toContain(option('light'));
  sandbox.setOrderListFormat('light');
  expect(await read('/')).toContain(option('light', ' selected'));
});

describe('what the pages’ scripts ask for', () => {
  const tokenFrom = (site: string | null) =>
    ask('/dashboard-page/token', {
      method: 'POST',
      headers: site === null ? {} : { 'Sec-Fetch-Site': site },
      body: '{}',
    });

  test('is given to the page itself and to no other site', async () => {
    expect((await tokenFrom('same-origin')).status).toBe(200);
    for (const site of ['cross-site', 'same-site', null]) {
      expect((await tokenFrom(site)).status).toBe(403);
    }
  });

  test('is JavaScript without types, and nothing outside of the scripts’ folder', async () => {
    const script = await ask('/dashboard-page/browser/dashboard.ts');
    expect(script.headers.get('Content-Type')).toContain('text/javascript');
    expect(await script.text()).not.toContain(': void');
    for (const path of ['..%2fpages.ts', '%2e%2e/pages.ts', 'nothing.ts']) {
      expect((await ask(`/dashboard-page/browser/${path}`)).status).toBe(404);
    }
  });

  test('uninstalls and installs the app, and the panel offers the other one then', async () => {
    const post = (action: string) =>
      ask(`/dashboard-page/${action}`, {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin' },
      });
    expect(await (await post('install')).json()).toEqual({ appRefused: false });
    expect(await read('/')).toContain('id="uninstall"');
    await post('uninstall');
    expect(await read('/')).toContain('id="install"');
  });
});

test('the app’s page in the store installs it, for a person and for no other site', async () => {
  const install = (site: string) =>
    ask('/apps/install/1000', { method: 'POST', headers: { 'Sec-Fetch-Site': site } });
  await sandbox.uninstall();
  expect(await read('/apps/install/1000')).toContain('action="/apps/install/1000"');
  expect((await install('cross-site')).status).toBe(403);
  expect(await read('/')).toContain('id="install"');
  const answer = await install('same-origin');
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  expect(await read('/')).toContain('id="uninstall"');
});

test('customers’ names are text on the storefront, whatever they hold', async () => {
  const page = await read('/storefront');
  expect(page).toContain('&lt;script&gt;');
  expect(page.match(/<script[^>]*>/g)).toEqual([
    expect.stringContaining('type="module"'),
    expect.stringContaining('type="application/json"'),
  ]);
});

test('an invoice that a customer asked for on the storefront is in the mailbox', async () => {
  expect(await read('/mailbox?lang=en')).toContain('No emails yet');
  const { twilight, token } = StorefrontSettings.parse(settingsIn(await read('/storefront')));
  await ask(`/store/v1/orders/send/${twilight.page.id}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  const mailbox = await read('/mailbox?lang=en');
  expect(mailbox).toContain('1 email<');
  expect(mailbox).toContain('Asked for by the customer');
});
