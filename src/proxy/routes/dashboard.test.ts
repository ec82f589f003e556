import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { signInByTab } from '../testing/signIn.ts';
import { openTestApp } from '../testing/testApp.ts';

const script = `console.log(${JSON.stringify('x'.repeat(5000))})`;

function builtDashboard(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="ar" dir="rtl" data-theme="system"><head><!--boot--></head></html>',
  );
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), script);
  return folder;
}

const openBuilt = (wish = {}) => openTestApp({ folder: builtDashboard(), ...wish });

async function bootAt(path: string, headers: Record<string, string> = {}) {
  const answer = await (await openBuilt()).fetch(path, { headers });
  return read(await answer.text());
}

function read(html: string) {
  const data = /<script type="application\/json" id="boot">(.*?)<\/script>/.exec(html)?.[1];
  return { html, boot: JSON.parse(data ?? 'null') };
}

describe('a page', () => {
  it('knows where Salla’s store has the app, for stores that are not connected', async () => {
    expect((await bootAt('/')).boot.installUrl).toBe('https://s.salla.sa/apps/install/1000');
  });

  it('starts in the language and theme of its address, else of its cookies, else of the browser', async () => {
    const english = { 'Accept-Language': 'en' };
    const cookies = { ...english, Cookie: 'language=ar; theme=dark' };
    expect((await bootAt('/')).boot).toMatchObject({ language: 'ar', theme: null });
    expect((await bootAt('/', english)).boot.language).toBe('en');
    expect((await bootAt('/', cookies)).boot).toMatchObject({ language: 'ar', theme: 'dark' });
    const asked = await bootAt('/?lang=en&theme=light', cookies);
    expect(asked.boot).toMatchObject({ language: 'en', theme: 'light' });
    expect(asked.html).toContain('<html lang="en" dir="ltr" data-theme="light">');
    expect((await bootAt('/?lang="><script>&theme=x')).html).toContain('data-theme="system"');
  });

  it('knows the session of its cookie, but not inside a frame', async () => {
    const desk = await openBuilt();
    const { cookie } = await signInByTab(desk);
    const inTab = read(await (await desk.fetch('/', { headers: { Cookie: cookie } })).text());
    expect(inTab.boot.session.store.name).toEqual(expect.any(String));
    const frame = { Cookie: cookie, 'Sec-Fetch-Dest': 'iframe' };
    const inFrame = read(await (await desk.fetch('/', { headers: frame })).text());
    expect(inFrame.boot).toMatchObject({ embedded: true, session: null });
  });

  it('may run our scripts alone, and be framed by Salla alone', async () => {
    const answer = await (await openBuilt()).fetch('/invoices');
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    const { boot } = read(await answer.text());
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`style-src 'self' 'nonce-${boot.nonce}';`);
    expect(policy).toContain('frame-ancestors https://s.salla.sa');
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('X-Frame-Options')).toBeNull();
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('has another nonce each time', async () => {
    expect((await bootAt('/')).boot.nonce).not.toBe((await bootAt('/')).boot.nonce);
  });

  it.each([
    ['/', 200],
    ['/invoices', 200],
    ['/invoices/1128904162', 200],
    ['/invoices/new?orderId=1557892161', 200],
    ['/deliveries', 200],
    ['/deliveries/batches/0d9b1c1e-6c3f-4f43-8f4e-2f7d6b0e8a11', 200],
    ['/deliveries/batches', 404],
    ['/sign-in', 200],
    ['/nothing/here', 404],
    ['/index.html', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['/assets/missing.js', 404],
    ['/api/nothing', 404],
  ])('%s is answered with %d', async (path, status) => {
    const answer = await (await openBuilt()).fetch(path);
    expect(answer.status).toBe(status);
  });

  it.each(['/auth', '/auth/', '/auth/nothing', '/nothing/here'])(
    '%s is a page that says so, not a problem',
    async (path) => {
      const answer = await (await openBuilt()).fetch(path);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
      expect(read(await answer.text()).boot.language).toBe('ar');
    },
  );

  it('can’t be written to', async () => {
    const answer = await (await openBuilt()).fetch('/invoices', { method: 'POST' });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('says what to do where the dashboard is not built', async () => {
    const answer = await (await openTestApp()).fetch('/');
    expect([answer.status, await answer.text()]).toEqual([
      503,
      'The dashboard is not built yet: run "npm run build".',
    ]);
  });
});

describe('a file of the build', () => {
  it('is kept for a year where its name has its hash', async () => {
    const answer = await (await openBuilt()).fetch('/assets/index-abc.js');
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('Content-Type')).toContain('text/javascript');
    expect(await answer.text()).toBe(script);
  });

  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
  ])('comes compressed for who takes %s', async (accepted, encoding, unpack) => {
    const headers = { 'Accept-Encoding': accepted };
    const answer = await (await openBuilt()).fetch('/assets/index-abc.js', { headers });
    expect(answer.headers.get('Content-Encoding')).toBe(encoding);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBeLessThan(200);
    expect(unpack(bytes).toString()).toBe(script);
  });

  it('is not sent again to who has it', async () => {
    const desk = await openBuilt();
    const etag = (await desk.fetch('/icon.svg')).headers.get('ETag') ?? '';
    const again = await desk.fetch('/icon.svg', { headers: { 'If-None-Match': `W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('operation', () => {
  it('says whether it lives and whether it can work', async () => {
    const desk = await openTestApp();
    expect((await desk.fetch('/healthz')).status).toBe(200);
    expect((await desk.fetch('/readyz')).status).toBe(200);
    await desk.database.destroy();
    expect((await desk.fetch('/healthz')).status).toBe(200);
    expect((await desk.fetch('/readyz')).status).toBe(503);
  });

  it('counts for who has the token, where there is one', async () => {
    expect((await (await openTestApp()).fetch('/metrics')).status).toBe(404);
    const desk = await openTestApp({ metricsToken: 'let me' });
    expect((await desk.fetch('/metrics')).status).toBe(401);
    await desk.fetch('/api/invoices/1');
    const headers = { Authorization: 'Bearer let me' };
    const text = await (await desk.fetch('/metrics', { headers })).text();
    expect(text).toContain('route="/api/invoices/:invoiceId",method="GET",status="401"');
  });
});
