import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advanceTime } from '../proxy/testing/advanceTime.ts';
import { contents, ordersOf } from '../proxy/testing/createInvoice.ts';
import { answerConsent, cookieOf } from '../proxy/testing/signIn.ts';
import {
  demoStoreId,
  openTestApp,
  secondStoreId,
  type TestApp,
  type TestAppOptions,
  webhookSecret,
} from '../proxy/testing/testApp.ts';
import {
  createAnswerRecorder,
  type RecordedAnswer,
  type RecordedCall,
  type Recording,
} from './answerRecorder.ts';

// The app is started, its clock is advanced, and it is called through its one function from Request to Response. Salla's
// behaviour is set at the sandbox. No other part of the proxy is used, so that a refactor can't break this file.

type Headers = Record<string, string>;
type Ask = (title: string, call: RecordedCall) => Promise<RecordedAnswer>;

/** A running app, the function that records a request to it, and two sessions. */
interface Stage {
  desk: TestApp;
  ask: Ask;
  orders: Awaited<ReturnType<typeof findOrders>>;
  /** A session of the demo store's owner. */
  owner: Headers;
  /** A session of the other store's. */
  neighbour: Headers;
}

const arabic = { 'Accept-Language': 'ar' };
const json = { 'Content-Type': 'application/json' };
const sendPath = '/admin/v2/orders/*/send-invoice';
const createPath = '/admin/v2/orders/invoices';
const unknownId = '99999999-9999-4999-8999-999999999999';

/** Makes all requests in sequence; returns the recording. */
export async function askEverything(): Promise<Recording> {
  const { ask: record, recording } = createAnswerRecorder();

  async function open(wish: TestAppOptions): Promise<{ desk: TestApp; ask: Ask }> {
    let made = 0;
    const randomId = () => {
      made += 1;
      return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
    };
    const desk = await openTestApp({ randomId, ...wish });
    const ask: Ask = async (title, call) => {
      desk.pass(1000);
      const answer = await record(desk.fetch, title, call);
      // Work that the request started and did not wait for: sends, and lookups of customers.
      await desk.dispatcher.idle();
      await desk.customerLookup.idle();
      return answer;
    };
    return { desk, ask };
  }

  const first = await open({ folder: buildDashboard(), metricsToken: 'metrics-token' });
  const orders = await findOrders(first.desk);
  await askOperation(first);
  await askPages(first);
  await askWithoutSession(first);
  await askWebhooks(first);
  const cookie = await askSignIn(first);
  // Salla revokes the tokens of a code that is used twice, as "callback: again" did.
  await first.desk.sandbox.install();
  const stage = { ...first, orders, ...(await askSessions(first)) };
  await askByCookie(stage, cookie);
  await askStore(stage);
  await askInvoices(stage);
  await askOrders(stage);
  await askCreate(stage);
  await askDeliveries(stage);
  await askBatches(stage);
  await askTroubles(stage);
  await askUninstalled(stage);
  await askBroken(stage);
  await askOverHttps(
    await open({ publicUrl: 'https://desk.test', webhookStrategy: 'token', sallaTimeoutMs: 1000 }),
  );
  return recording;
}

/** Ids of the demo store's orders, newest first. `mailable`: with one invoice and a customer who has an email address. */
async function findOrders(desk: TestApp) {
  desk.sandbox.setRequestsPerMinute(100_000);
  const known = await ordersOf(desk);
  const headers = { Authorization: `Bearer ${desk.sandbox.issueTokens().access_token}` };
  const pages = await Promise.all(
    [1, 2].map(async (page) => {
      const url = `http://salla.test/admin/v2/orders?per_page=60&page=${page}`;
      return (await (await desk.sandbox.fetch(new Request(url, { headers }))).json()).data;
    }),
  );
  // Salla's largest plan: no request is refused because of the number of calls that earlier ones made.
  desk.sandbox.setRequestsPerMinute(720);
  const orders: { id: number; customer?: { email?: string | null } | null }[] = pages.flat();
  const hasEmail = (id: number) =>
    orders.find((order) => order.id === id)?.customer?.email?.includes('@') ?? false;
  return {
    ...known,
    mailable: known.invoiced.filter(hasEmail),
    withoutEmail: known.invoiced.filter((id) => !hasEmail(id)),
  };
}

/** A small build. The real one's file names and contents change with the dashboard. */
function buildDashboard(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="ar" dir="rtl" data-theme="system"><head><!--boot--></head></html>',
  );
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'console.log(1);\n'.repeat(100));
  return folder;
}

async function askOperation({ ask }: Pick<Stage, 'ask'>) {
  await ask('health', { line: 'GET /healthz' });
  await ask('health: HEAD', { line: 'HEAD /healthz' });
  await ask('health: another method', { line: 'POST /healthz' });
  await ask('readiness', { line: 'GET /readyz' });
  await ask('metrics without the token', { line: 'GET /metrics' });
  await ask('metrics with another token', {
    line: 'GET /metrics',
    headers: { ...arabic, Authorization: 'Bearer nonsense' },
  });
}

async function askPages({ ask }: Pick<Stage, 'ask'>) {
  await ask('page: start', { line: 'GET /' });
  await ask('page: no language', { line: 'GET /invoices', headers: { 'Accept-Language': '*' } });
  await ask('page: HEAD', { line: 'HEAD /invoices' });
  await ask('page: compressed', {
    line: 'GET /invoices',
    headers: { ...arabic, 'Accept-Encoding': 'gzip, br' },
  });
  await ask('page: language and theme of the address', {
    line: 'GET /deliveries?lang=ar&theme=dark',
    headers: { Cookie: 'language=en; theme=light' },
  });
  await ask('page: language and theme of the cookies', {
    line: 'GET /invoices/new',
    headers: { ...arabic, Cookie: 'language=en; theme=light' },
  });
  await ask('page: in a frame', {
    line: 'GET /invoices/7',
    headers: { 'Sec-Fetch-Dest': 'iframe' },
  });
  await ask('page: with an embedded token', { line: 'GET /?token=nonsense' });
  await ask('page: a batch', { line: `GET /deliveries/batches/${unknownId}` });
  await ask('page: sign-in', { line: 'GET /sign-in?problem=refused' });
  await ask('page: there is none', { line: 'GET /nothing/here' });
  await ask('page: index.html', { line: 'GET /index.html' });
  await ask('page: of /auth', { line: 'GET /auth/nothing' });
  await ask('page: written to', { line: 'POST /invoices' });
  await ask('page: there is none, written to', { line: 'POST /nothing/here', headers: arabic });
  await ask('file: hashed name', { line: 'GET /assets/index-abc.js' });
  await ask('file: compressed', {
    line: 'GET /assets/index-abc.js',
    headers: { 'Accept-Encoding': 'br' },
  });
  await ask('file: there is none', { line: 'GET /assets/missing.js' });
  const icon = await ask('file: plain name', { line: 'GET /icon.svg' });
  await ask('file: known to the browser', {
    line: 'GET /icon.svg',
    headers: { 'If-None-Match': icon.headers.get('etag') ?? '' },
  });
  await ask('file: written to', { line: 'PUT /icon.svg' });
}

async function askWithoutSession({ desk, ask }: Pick<Stage, 'desk' | 'ask'>) {
  await ask('no session', { line: 'GET /api/session' });
  await ask('no session, in Arabic', { line: 'GET /api/session', headers: arabic });
  await ask('no session: bad Bearer', {
    line: 'GET /api/session',
    headers: { Authorization: 'Bearer nonsense' },
  });
  await ask('no session: bad cookie', {
    line: 'GET /api/session',
    headers: { ...arabic, Cookie: 'session=nonsense' },
  });
  await ask('no session: end it', { line: 'DELETE /api/session' });
  for (const line of [
    'GET /api/store',
    'GET /api/invoices',
    'POST /api/invoices',
    'GET /api/orders?q=1',
    'GET /api/deliveries',
    'GET /api/deliveries/batches',
  ]) {
    await ask(`no session: ${line}`, { line });
  }
  await ask('an address of the API that is none', { line: 'GET /api/nothing' });
  await ask('an address of the API that is none, in Arabic', {
    line: 'GET /api/nothing',
    headers: arabic,
  });
  const line = 'POST /api/session';
  await ask('session: another method', { line: 'PUT /api/session' });
  await ask('session: no JSON by its type', { line, headers: { 'Content-Type': 'text/plain' } });
  await ask('session: no JSON', { line, headers: json, body: '{"token":' });
  await ask('session: no JSON, in Arabic', { line, headers: { ...json, ...arabic }, body: 'x' });
  await ask('session: no token', { line, json: {} });
  await ask('session: empty token, in Arabic', { line, headers: arabic, json: { token: '' } });
  await ask('session: encoded', {
    line,
    headers: { ...json, 'Content-Encoding': 'gzip' },
    body: '{}',
  });
  await ask('session: too large', {
    line,
    headers: json,
    body: JSON.stringify({ token: 'x'.repeat(300_000) }),
    shownBody: '(300,000 letters)',
  });
  await ask('session: too large by its header', {
    line,
    headers: { ...json, ...arabic, 'Content-Length': '300000' },
    body: '{}',
  });
  await ask('session: token refused by Salla', { line, json: { token: 'nonsense' } });
  await ask('session: token refused by Salla, in Arabic', {
    line,
    headers: arabic,
    json: { token: 'nonsense' },
  });
  const token = desk.sandbox.issueEmbeddedToken();
  await ask('session: store not connected', { line, json: { token } });
  await ask('session: store not connected, in Arabic', { line, headers: arabic, json: { token } });
}

function signed(body: string): RecordedCall {
  const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
  return {
    line: 'POST /webhooks/salla',
    headers: { ...json, 'X-Salla-Signature': signature },
    body,
  };
}

function event(name: string, merchant: unknown, data: unknown, createdAt = '2026-03-10 12:01:00') {
  return signed(JSON.stringify({ event: name, merchant, created_at: createdAt, data }));
}

async function askWebhooks({ desk, ask }: Pick<Stage, 'desk' | 'ask'>) {
  const line = 'POST /webhooks/salla';
  await ask('webhook: not signed', { line, json: { event: 'app.installed' } });
  await ask('webhook: signed by someone else, in Arabic', {
    line,
    headers: { ...arabic, 'X-Salla-Signature': 'nonsense' },
    json: { event: 'app.installed' },
  });
  await ask('webhook: no JSON', signed('{"event":'));
  await ask('webhook: no event', signed('{}'));
  await ask('webhook: an event that is no text', signed('{"event":7}'));
  await ask('webhook: read', { line: 'GET /webhooks/salla' });
  await ask('webhook: too large', {
    ...signed('x'.repeat(1024 * 1024 + 1)),
    shownBody: '(more than 1 MB)',
  });
  await ask('webhook: another address', { line: 'POST /webhooks/other' });
  await ask('webhook: of no interest', event('order.created', demoStoreId, { id: 1 }));
  await ask('webhook: app.installed', event('app.installed', demoStoreId, { id: 1000 }));
  await ask('webhook: no store', event('app.store.authorize', null, {}));
  await ask('webhook: no tokens', event('app.store.authorize', secondStoreId, {}));
  for (const storeId of [demoStoreId, secondStoreId]) {
    const tokens = desk.sandbox.issueTokens({ storeId });
    const installed = event('app.store.authorize', storeId, tokens);
    await ask(`webhook: app.store.authorize of ${storeId}`, installed);
    await ask(`webhook: app.store.authorize of ${storeId}, again`, installed);
  }
}

async function askSignIn({ desk, ask }: Pick<Stage, 'desk' | 'ask'>): Promise<Headers> {
  const locationOf = ({ headers }: RecordedAnswer) => headers.get('location') ?? '';
  const begin = async (title: string, returnTo?: string) => {
    const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
    const answer = await ask(title, { line: `GET /auth/login${query}` });
    const binding = cookieOf(new Response(null, answer), /sign_in=/);
    return { consent: new URL(locationOf(answer)), headers: { Cookie: binding } };
  };
  await ask('sign-in: another method', { line: 'POST /auth/login' });
  for (const returnTo of ['//evil.example', 'https://evil.example', 'x']) {
    const line = `GET /auth/login?returnTo=${encodeURIComponent(returnTo)}`;
    await ask(`sign-in: returnTo ${returnTo}`, { line });
  }
  await ask('sign-in: returnTo twice', { line: 'GET /auth/login?returnTo=/&returnTo=/' });
  await ask('sign-in: unknown name', { line: 'GET /auth/login?next=/', headers: arabic });

  await ask('callback: of an install', {
    line: 'GET /auth/callback?code=x&state=sallas0own0state',
  });
  await ask('callback: no state', { line: 'GET /auth/callback' });
  await ask('callback: second attempt without a cookie', {
    line: 'GET /auth/callback?code=x&state=again0state',
  });
  const refused = await begin('sign-in: to be refused', '/deliveries');
  const denied = await answerConsent(desk, refused.consent, 'deny');
  await ask('callback: refused', { line: `GET ${denied}`, headers: refused.headers });
  const codeless = await begin('sign-in: without a code');
  const state = codeless.consent.searchParams.get('state');
  await ask('callback: without a code', {
    line: `GET /auth/callback?state=${state}`,
    headers: codeless.headers,
  });
  await ask('callback: a code that is none', {
    line: `GET /auth/callback?state=${state}&code=nonsense`,
    headers: codeless.headers,
  });
  const failing = await begin('sign-in: while Salla is down');
  const path = await answerConsent(desk, failing.consent, 'allow');
  desk.sandbox.setFaults([{ method: 'POST', path: '/oauth2/token', answer: '503' }]);
  await ask('callback: Salla is down', { line: `GET ${path}`, headers: failing.headers });
  desk.sandbox.setFaults([]);

  const begun = await begin('sign-in', '/invoices/1?x=2');
  const allowed = await answerConsent(desk, begun.consent, 'allow');
  const ended = await ask('callback', { line: `GET ${allowed}`, headers: begun.headers });
  await ask('callback: again', { line: `GET ${allowed}`, headers: begun.headers });
  return { Cookie: cookieOf(new Response(null, ended), /session=/) };
}

async function askSessions({ desk, ask }: Pick<Stage, 'desk' | 'ask'>) {
  const opened = async (title: string, storeId: number, userId?: number) => {
    const expiresInSeconds = 6 * 3600;
    const whose = userId === undefined ? { storeId } : { storeId, userId };
    const token = desk.sandbox.issueEmbeddedToken({ ...whose, expiresInSeconds });
    const answer = await ask(title, { line: 'POST /api/session', json: { token } });
    return { Authorization: `Bearer ${answer.json.sessionToken}` };
  };
  const owner = await opened('session: opened in the frame', demoStoreId);
  await ask('session', { line: 'GET /api/session', headers: owner });
  const nobody = await opened('session: opened by someone without a name', demoStoreId, 77);
  await ask('session: ended', { line: 'DELETE /api/session', headers: nobody });
  await ask('session: after its end', { line: 'GET /api/session', headers: nobody });
  await ask('session: after its end, in Arabic', {
    line: 'GET /api/store',
    headers: { ...nobody, ...arabic },
  });
  const neighbour = await opened('session: of the other store', secondStoreId);
  return { owner, neighbour };
}

async function askByCookie({ ask }: Stage, cookie: Headers) {
  const same = { ...cookie, Origin: 'http://desk.test' };
  const line = 'POST /api/deliveries/preview';
  const orders = [{ orderId: 1 }];
  await ask('cookie: session', { line: 'GET /api/session', headers: cookie });
  await ask('cookie: page', { line: 'GET /invoices', headers: cookie });
  await ask('cookie: page in a frame', {
    line: 'GET /invoices?token=x',
    headers: { ...cookie, ...arabic },
  });
  await ask('cookie: a change without an origin', { line, headers: cookie, json: { orders } });
  await ask('cookie: a change of another site, in Arabic', {
    line,
    headers: { ...cookie, ...arabic, Origin: 'http://evil.example' },
    json: { orders },
  });
  await ask('cookie: a change', { line, headers: same, json: { orders } });
  await ask('cookie: end the session from another site', {
    line: 'DELETE /api/session',
    headers: { ...cookie, Origin: 'http://evil.example' },
  });
  await ask('cookie: end the session', { line: 'DELETE /api/session', headers: same });
  await ask('cookie: after the end', { line: 'GET /api/session', headers: cookie });
}

async function askStore({ ask, owner }: Stage) {
  await ask('store', { line: 'GET /api/store', headers: owner });
  await ask('store: another method', { line: 'POST /api/store', headers: owner });
  await ask('store: below it', { line: 'GET /api/store/1', headers: { ...owner, ...arabic } });
}

async function askInvoices({ desk, ask, orders: known, owner, neighbour }: Stage) {
  const { invoiced, credited, dinars } = known;
  const list = (title: string, query: string, headers: Headers = {}) =>
    ask(`invoices: ${title}`, {
      line: `GET /api/invoices${query}`,
      headers: { ...owner, ...headers },
    });
  await list('first page of the usual size', '');
  const { json: first } = await list('three', '?perPage=3');
  await list('second page', '?perPage=3&page=2');
  await list('beyond the last page', '?perPage=60&page=900');
  await list('days', '?from=2026-02-01&to=2026-02-10&perPage=2');
  await list('from a day', '?from=2026-03-09&perPage=2');
  await list('up to a day', '?to=2025-06-01&perPage=2');
  await list('days without any', '?from=2019-01-01&to=2019-01-02');
  await list('an order', `?orderId=${invoiced[0]}`);
  await list('an order with a credit note', `?orderId=${credited[0]}`);
  await list('an order in dinars', `?orderId=${dinars[0]}`);
  await list('an order that is none', '?orderId=1');
  await list('not what was read before', '?perPage=3', { 'Cache-Control': 'no-cache' });
  await list('br', '?perPage=3', { 'Accept-Encoding': 'br, gzip' });
  await list('gzip', '?perPage=3', { 'Accept-Encoding': 'gzip' });
  for (const query of [
    '?from=yesterday',
    '?from=2026-02-30',
    '?from=2026-03-02&to=2026-03-01',
    '?page=0',
    '?page=1e3',
    '?perPage=61',
    '?orderId=0',
    '?orderId=x',
    '?order=7',
    '?page=1&page=2',
  ]) {
    await list(`refused ${query}`, query);
    await list(`refused ${query}, in Arabic`, query, arabic);
  }
  await ask('invoices: another method', { line: 'DELETE /api/invoices', headers: owner });

  const one = (title: string, id: string | number, headers: Headers = {}) =>
    ask(`invoice: ${title}`, {
      line: `GET /api/invoices/${id}`,
      headers: { ...owner, ...headers },
    });
  const firstOf = async (orderId: number | undefined) => {
    const answer = await desk.fetch(`/api/invoices?orderId=${orderId}`, { headers: owner });
    return (await answer.json()).data.map(({ id }: { id: number }) => id);
  };
  const [id = 0] = await firstOf(invoiced[0]);
  await one('a tax invoice', id);
  await one('again, in Arabic', id, arabic);
  for (const [place, each] of (await firstOf(credited[0])).entries()) {
    await one(`${place + 1} of an order with a credit note`, each);
  }
  await one('in dinars', (await firstOf(dinars[0]))[0]);
  const rows = await desk.fetch('/api/invoices?perPage=60', { headers: owner });
  const { data }: { data: { id: number; documentUrl: string | null }[] } = await rows.json();
  await one('a PDF', data.find(({ documentUrl }) => documentUrl !== null)?.id ?? 0);
  await one('not what was read before', first.data[1].id, { 'Cache-Control': 'no-cache' });
  await one('there is none', 1);
  await one('no id of Salla’s', '999999999999999');
  await one('zero', 0, arabic);
  await one('no number', 'abc');
  await one('no number, in Arabic', '1e3', arabic);
  await ask('invoice: of another store', { line: `GET /api/invoices/${id}`, headers: neighbour });
  await ask('invoice: another method', { line: `PATCH /api/invoices/${id}`, headers: owner });
}

async function askOrders({ ask, orders: known, owner, neighbour }: Stage) {
  const { free, invoiced, dinars } = known;
  const [orderId = 0, otherId = 0] = invoiced;
  const read = (title: string, path: string, headers: Headers = {}) =>
    ask(`orders: ${title}`, { line: `GET /api/orders${path}`, headers: { ...owner, ...headers } });
  const { json: order } = await read('one', `/${orderId}`);
  await read('one, again, in Arabic', `/${orderId}`, arabic);
  await read('one, not what was read before', `/${orderId}`, { 'Cache-Control': 'no-cache' });
  await read('one in dinars', `/${dinars[0]}`);
  await read('there is none', '/1');
  await read('no number', '/abc', arabic);
  await ask('orders: of another store', { line: `GET /api/orders/${orderId}`, headers: neighbour });
  await read('by number', `?q=${order.data.number}`);
  await read('by name', `?q=${encodeURIComponent(order.data.customer?.name ?? '')}`);
  await read('by mobile', `?q=${encodeURIComponent(order.data.customer?.mobile ?? '')}`);
  await read('none found', '?q=nothing-like-this');
  for (const query of ['', '?q=', '?q=%20', '?q=1&x=2', '?q=1&q=2', `?q=${'x'.repeat(101)}`]) {
    await read(`search refused ${query.slice(0, 20)}`, query);
  }
  await read('search refused, in Arabic', '', arabic);
  await read('by ids', `?ids=${otherId},${orderId},1&to=2026-03-10`);
  for (const query of ['?ids=1', '?ids=&to=2026-03-10', '?ids=a&to=2026-03-10', '?ids=1&to=x']) {
    await read(`ids refused ${query}`, query);
  }
  await ask('orders: another method', { line: 'POST /api/orders', headers: owner });

  const print = (title: string, id: string | number, headers: Headers = {}) =>
    ask(`print: ${title}`, {
      line: `POST /api/orders/${id}/print`,
      headers: { ...owner, ...headers },
    });
  // The sandbox prints absolute addresses for some orders and relative ones for others.
  await print('an order', orderId);
  await print('another order', otherId);
  await print('without an invoice', free[0] ?? 0);
  await print('without an invoice, in Arabic', free[0] ?? 0, arabic);
  await print('there is none', 1);
  await print('no number', 'abc');
  await ask('print: another method', { line: `GET /api/orders/${orderId}/print`, headers: owner });
}

const boundary = 'recorded-boundary';

function form(fields: Record<string, string | number>, file: string | null): RecordedCall {
  const parts = Object.entries(fields).map(
    ([name, value]) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`,
  );
  if (file !== null) {
    parts.push(
      'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n' +
        `Content-Type: application/pdf\r\n\r\n${file}`,
    );
  }
  return {
    line: 'POST /api/invoices',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`,
  };
}

async function askCreate({ desk, ask, orders: known, owner }: Stage) {
  const { free, invoiced, credited, dinars } = known;
  const [ofOrder = 0, ofData = 0, ofUrl = 0, ofFile = 0, withKey = 0, lost = 0, failed = 0] = free;
  const line = 'POST /api/invoices';
  const send = (title: string, call: RecordedCall, headers: Headers = {}) =>
    ask(`create: ${title}`, { ...call, headers: { ...owner, ...call.headers, ...headers } });
  const create = (title: string, body: unknown, headers: Headers = {}) =>
    send(title, { line, json: body }, headers);
  const tax = { type: 'tax_invoice' };
  const credit = { type: 'credit_note' };

  desk.sandbox.setIssuance('salla');
  await create('from the order', { ...tax, orderId: ofOrder, ...contents.order });
  await create('a credit note', { ...credit, orderId: ofOrder, ...contents.order });
  await create('a second one', { ...tax, orderId: ofOrder, ...contents.order });
  await create('a second credit note', { ...credit, orderId: ofOrder, ...contents.order });
  await create(
    'a credit note without a tax invoice, in Arabic',
    { ...credit, orderId: ofData, ...contents.order },
    arabic,
  );
  await ask('create: what the store shows then', { line: 'GET /api/store', headers: owner });
  await create('a PDF where Salla issues', { ...tax, orderId: ofUrl, ...contents.url });
  desk.sandbox.setIssuance('custom');
  await create('from the order where the store issues', {
    ...tax,
    orderId: ofData,
    ...contents.order,
  });
  await create('from amounts', { ...tax, orderId: ofData, ...contents.data });
  await create('a number that is taken', { ...tax, orderId: ofUrl, ...contents.data });
  await create('from an address', { ...tax, orderId: ofUrl, ...contents.url });
  const fileFields = { orderId: ofFile, ...tax, dataType: 'file' };
  await send('from a file', form(fileFields, '%PDF-1.7\nsmall\n%%EOF'));
  await ask('create: what the store shows after that', { line: 'GET /api/store', headers: owner });
  await ask('create: where the invoices stand then', {
    line: 'GET /api/invoices?perPage=5',
    headers: owner,
  });

  const key = { 'Idempotency-Key': 'key-1' };
  const body = { ...tax, orderId: withKey, ...contents.url };
  await create('with a key', body, key);
  await create('with the same key', body, key);
  await create('with the key of another', { ...body, orderId: ofUrl }, key);
  await create(
    'with the key of another, in Arabic',
    { ...body, orderId: ofUrl },
    {
      ...key,
      ...arabic,
    },
  );
  await create('with an empty key', body, { 'Idempotency-Key': '' });
  await create('with a long key', body, { ...arabic, 'Idempotency-Key': 'k'.repeat(201) });

  await create('for an order that is none', { ...tax, orderId: 1, ...contents.url });
  const kuwaiti = { ...credit, orderId: dinars[0], ...contents.data, invoiceNumber: 'K-1' };
  await create('a credit note in dinars', { ...kuwaiti, total: 150.083 });
  await create('too many decimals for riyals', {
    ...credit,
    orderId: invoiced[0],
    ...contents.data,
    total: 150.083,
  });
  await create('a second credit note of the shop', {
    ...credit,
    orderId: credited[0],
    ...contents.url,
  });

  const wrong: [string, unknown][] = [
    ['nothing', {}],
    ['a list', []],
    ['no data type', { ...tax, orderId: 7 }],
    ['an unknown data type', { ...tax, orderId: 7, dataType: 'x' }],
    ['a type that is none', { type: 'bill', orderId: '7', dataType: 'order' }],
    ['amounts beside an order', { ...tax, orderId: 7, ...contents.order, total: 5 }],
    ['no amounts', { ...tax, orderId: 7, dataType: 'data' }],
    [
      'amounts of every wrong kind',
      {
        ...tax,
        orderId: 7,
        dataType: 'data',
        invoiceNumber: '-x-',
        subTotal: -1,
        shippingCost: '1,150.08',
        cashOnDeliveryCost: 'x',
        tax: 15.0001,
        taxValue: 1e12,
        total: null,
      },
    ],
    ['a long number', { ...tax, orderId: 7, ...contents.data, invoiceNumber: '7'.repeat(51) }],
    ['no address', { ...tax, orderId: 7, dataType: 'url' }],
    ['no https', { ...tax, orderId: 7, dataType: 'url', url: 'http://example.com/a.pdf' }],
    ['no PDF', { ...tax, orderId: 7, dataType: 'url', url: 'https://example.com/a.png' }],
    ['capitals', { ...tax, orderId: 7, dataType: 'url', url: 'https://example.com/a.PDF' }],
    ['a file in JSON', { ...tax, orderId: 7, dataType: 'file', file: {} }],
    ['an unknown name', { ...tax, orderId: 7, ...contents.url, discount: 5 }],
  ];
  for (const [what, value] of wrong) {
    await create(`refused: ${what}`, value);
    await create(`refused in Arabic: ${what}`, value, arabic);
  }
  const seven = { orderId: 7, ...tax, dataType: 'file' };
  await send('form refused: no PDF', form(seven, 'plain text'));
  await send('form refused: an empty file', form(seven, ''), arabic);
  await send('form refused: no file', form(seven, null));
  await send('form refused: an unknown name', form({ ...seven, total: 5 }, '%PDF-'));
  await send('form refused: another data type', form({ ...seven, dataType: 'url' }, '%PDF-'));
  await send('form refused: an order that is no id', form({ ...seven, orderId: '1e3' }, '%PDF-'));
  await send('form refused: nothing', form({}, null));
  await send('form refused: no form', { ...form(seven, '%PDF-'), body: '{}' });
  await send('form refused: no form, in Arabic', { ...form({}, null), body: '{}' }, arabic);
  await send('form refused: too large', form(seven, '%PDF-'), { 'Content-Length': '11000000' });
  await send('form refused: too large, in Arabic', form(seven, '%PDF-'), {
    ...arabic,
    'Content-Length': '11000000',
  });
  await send('refused: text', { line, headers: { 'Content-Type': 'text/plain' }, body: '{}' });
  await send('refused: text, in Arabic', {
    line,
    headers: { ...arabic, 'Content-Type': 'text/plain' },
    body: '{}',
  });
  await send('refused: no JSON', { line, headers: json, body: '{"orderId":' });

  const unclear = { ...tax, orderId: lost, ...contents.url };
  const lostKey = { 'Idempotency-Key': 'key-2' };
  desk.sandbox.setFaults([
    { method: 'POST', path: `${createPath}$`, answer: '500', times: 1 },
    { method: 'GET', path: createPath, answer: '503' },
  ]);
  await create('refused: Salla is down before it', { ...unclear, orderId: failed });
  desk.sandbox.setFaults([{ method: 'POST', path: `${createPath}$`, answer: '500' }]);
  await create('unclear', { ...unclear, orderId: failed });
  await create('unclear, in Arabic', { ...unclear, orderId: failed }, arabic);
  await create('unclear, with a key', unclear, lostKey);
  await create('unclear, with a key, in Arabic', unclear, { ...lostKey, ...arabic });
  desk.sandbox.setFaults([]);
  await create('after an unclear one', unclear, lostKey);
  desk.sandbox.setIssuance('default_provider');
  await create('at the default provider', { ...tax, orderId: failed, ...contents.url });
  desk.sandbox.setIssuance('salla');
}

function namedOrders(ids: readonly number[]) {
  return ids.map((orderId) => ({ orderId }));
}

async function askDeliveries({ desk, ask, orders: known, owner, neighbour }: Stage) {
  const { mailable, withoutEmail } = known;
  const [one = 0, two = 0, three = 0, four = 0] = mailable;
  const line = 'POST /api/deliveries';
  const send = (title: string, body: unknown, key: string | null, headers: Headers = {}) =>
    ask(`send: ${title}`, {
      line,
      headers: { ...owner, ...(key === null ? {} : { 'Idempotency-Key': key }), ...headers },
      json: body,
    });
  const get = (title: string, path: string, headers: Headers = {}) =>
    ask(title, { line: `GET /api/deliveries${path}`, headers: { ...owner, ...headers } });
  const change = (title: string, path: string, body?: unknown, headers: Headers = {}) =>
    ask(title, {
      line: `POST /api/deliveries/${path}`,
      headers: { ...owner, ...headers },
      ...(body === undefined ? {} : { json: body }),
    });
  const idOf = ({ json: { data } }: RecordedAnswer): string => data.deliveries[0].id;

  await get('deliveries: none yet', '');
  const listed = await desk.fetch(`/api/invoices?orderId=${one}`, { headers: owner });
  const invoiceId: number = (await listed.json()).data[0].id;
  await send('no key', { orders: namedOrders([one]) }, null);
  await send('no key, in Arabic', { orders: namedOrders([one]) }, null, arabic);
  await send('a long key', { orders: namedOrders([one]) }, 'k'.repeat(201));
  await ask('send: no JSON by its type', {
    line,
    headers: { ...owner, 'Idempotency-Key': 's-0', 'Content-Type': 'text/plain' },
    body: '{}',
  });
  const wrong: [string, unknown][] = [
    ['nothing', {}],
    ['no orders', { orders: [] }],
    ['an order that is no id', { orders: [{ orderId: 'x' }, { orderId: 0 }] }],
    ['an unknown name', { orders: namedOrders([one]), undoSecond: 5 }],
    ['a long undo', { orders: namedOrders([one]), undoSeconds: 31, allowRepeat: 'yes' }],
    ['too many', { orders: namedOrders(Array.from({ length: 1001 }, (_, at) => at + 1)) }],
    ['an invoice of another order', { orders: [{ orderId: two, invoiceId }] }],
  ];
  for (const [what, body] of wrong) {
    const shownBody = what === 'too many' ? { shownBody: '(1,001 orders)' } : {};
    for (const language of [{}, arabic]) {
      await ask(`send refused: ${what}${language === arabic ? ', in Arabic' : ''}`, {
        line,
        headers: { ...owner, 'Idempotency-Key': 's-0', ...language },
        json: body,
        ...shownBody,
      });
    }
  }

  const undone = idOf(
    await send('to be taken back', { orders: namedOrders([one]), undoSeconds: 5 }, 's-1'),
  );
  await get('delivery: queued', `/${undone}`);
  await change('cancel', `${undone}/cancel`);
  await change('cancel: again', `${undone}/cancel`);
  await change('cancel: again, in Arabic', `${undone}/cancel`, undefined, arabic);

  const asked = { orders: [{ orderId: one, invoiceId }] };
  const sent = idOf(await send('one', asked, 's-2'));
  await get('delivery: sent', `/${sent}`);
  await send('one, with the same key', asked, 's-2');
  await send('with the key of another', { orders: namedOrders([two]) }, 's-2');
  await send('one that was sent', asked, 's-3');
  await send('one that was sent, all the same', { ...asked, allowRepeat: true }, 's-4');
  await send('an order that is none', { orders: namedOrders([1]) }, 's-5');
  await send('no address', { orders: namedOrders(withoutEmail.slice(0, 1)) }, 's-6');
  await change('cancel: a sent one', `${sent}/cancel`);
  await change('retry: a sent one', `${sent}/retry`);
  await change('retry: a sent one, in Arabic', `${sent}/retry`, undefined, arabic);
  await change('resolve: a sent one', `${sent}/resolve`, { outcome: 'sent' });
  await change('resolve: a sent one, in Arabic', `${sent}/resolve`, { outcome: 'sent' }, arabic);

  const fault = { method: 'POST', path: sendPath, times: 1 } as const;
  desk.sandbox.setFaults([{ ...fault, answer: '422' }]);
  const failed = idOf(await send('one that is refused', { orders: namedOrders([two]) }, 's-7'));
  await get('delivery: refused', `/${failed}`);
  await change('retry', `${failed}/retry`);
  await get('delivery: followed by another', `/${failed}`);
  await change('retry: again', `${failed}/retry`);
  desk.sandbox.setFaults([{ ...fault, answer: '500' }]);
  const unclear = idOf(await send('one that is unclear', { orders: namedOrders([three]) }, 's-8'));
  await get('delivery: unconfirmed', `/${unclear}`);
  await send('one that is unclear, again', { orders: namedOrders([three]) }, 's-9');
  await change('resolve: nothing', `${unclear}/resolve`, {});
  await change('resolve: another outcome', `${unclear}/resolve`, { outcome: 'lost' }, arabic);
  await change('resolve', `${unclear}/resolve`, { outcome: 'not_sent' });
  await get('delivery: resolved', `/${unclear}`);
  desk.sandbox.setFaults([{ ...fault, answer: '500' }]);
  const other = idOf(
    await send('another that is unclear', { orders: namedOrders([four]) }, 's-10'),
  );
  await change('resolve: as sent', `${other}/resolve`, { outcome: 'sent' });
  desk.sandbox.setFaults([]);

  for (const action of ['retry', 'cancel']) {
    await change(`${action}: there is none`, `${unknownId}/${action}`);
  }
  await change('resolve: there is none', `${unknownId}/resolve`, { outcome: 'sent' });
  await get('delivery: there is none', `/${unknownId}`, arabic);
  await ask('delivery: of another store', {
    line: `GET /api/deliveries/${sent}`,
    headers: neighbour,
  });
  await ask('retry: of another store', {
    line: `POST /api/deliveries/${failed}/retry`,
    headers: neighbour,
  });
  await ask('delivery: another method', { line: `PUT /api/deliveries/${sent}`, headers: owner });
  await ask('retry: another method', { line: `GET /api/deliveries/${sent}/retry`, headers: owner });
  await ask('deliveries: another method', { line: 'DELETE /api/deliveries', headers: owner });

  await get('deliveries: three', '?perPage=3');
  await get('deliveries: second page', '?perPage=3&page=2');
  await get('deliveries: of an order', `?orderId=${two}`);
  await get('deliveries: of an invoice', `?invoiceId=${invoiceId}`);
  for (const state of ['queued', 'sending', 'sent', 'failed', 'unconfirmed', 'canceled']) {
    await get(`deliveries: ${state}`, `?state=${state}&perPage=1`);
  }
  for (const query of [
    '?state=lost',
    '?page=0',
    '?perPage=61',
    '?orderId=x',
    '?x=1',
    '?page=1&page=1',
  ]) {
    await get(`deliveries: refused ${query}`, query);
    await get(`deliveries: refused ${query}, in Arabic`, query, arabic);
  }
  await ask('deliveries: of another store', { line: 'GET /api/deliveries', headers: neighbour });
  await ask('invoices: with a delivery', {
    line: `GET /api/invoices?orderId=${one}`,
    headers: { ...owner, 'Cache-Control': 'no-cache' },
  });
  await ask('invoice: with deliveries', {
    line: `GET /api/invoices/${invoiceId}`,
    headers: { ...owner, 'Cache-Control': 'no-cache' },
  });
}

async function askBatches({ desk, ask, orders: known, owner, neighbour }: Stage) {
  const { mailable, withoutEmail } = known;
  const orders = mailable.slice(4);
  const recent = mailable[0] ?? 0;
  const get = (title: string, path: string, headers: Headers = {}) =>
    ask(title, {
      line: `GET /api/deliveries${path.startsWith('?') ? '' : '/'}${path}`,
      headers: { ...owner, ...headers },
    });
  const post = (title: string, path: string, body?: unknown, headers: Headers = {}) =>
    ask(title, {
      line: `POST /api/deliveries/${path}`,
      headers: { ...owner, ...headers },
      ...(body === undefined ? {} : { json: body }),
    });
  let keys = 0;
  const start = async (title: string, ids: readonly number[], more = {}) => {
    keys += 1;
    const { json: answer } = await ask(title, {
      line: 'POST /api/deliveries',
      headers: { ...owner, 'Idempotency-Key': `b-${keys}` },
      json: { orders: namedOrders(ids), ...more },
    });
    const ids_: string[] = answer.data.deliveries.map(({ id }: { id: string }) => id);
    return { path: `batches/${answer.data.batchId}`, id: answer.data.batchId, deliveryIds: ids_ };
  };

  const preview = { orders: namedOrders([...orders.slice(0, 3), recent, recent]) };
  await post('preview', 'preview', preview);
  await post('preview: repeats allowed', 'preview', { ...preview, allowRepeat: true });
  await ask('preview: a thousand', {
    line: 'POST /api/deliveries/preview',
    headers: owner,
    json: { orders: namedOrders(Array.from({ length: 1000 }, (_, at) => at + 1)) },
    shownBody: '(1,000 orders)',
  });
  for (const [what, body] of [
    ['nothing', {}],
    ['no orders', { orders: [] }],
    ['an unknown name', { ...preview, undoSeconds: 5 }],
  ] as const) {
    await post(`preview refused: ${what}`, 'preview', body);
    await post(`preview refused: ${what}, in Arabic`, 'preview', body, arabic);
  }
  await ask('preview: no JSON by its type', {
    line: 'POST /api/deliveries/preview',
    headers: owner,
  });

  const waiting = await start('batch: started, to wait', [...orders.slice(0, 3), recent], {
    undoSeconds: 30,
  });
  await get('batch: waits', waiting.path);
  await get('batches: active', 'batches?active=true');
  await get('batches: not active', 'batches?active=false');
  await get('batches: refused', 'batches?active=maybe');
  await get('batches: refused, in Arabic', 'batches?state=sent', arabic);
  await get('batch: skipped', `${waiting.path}/skipped`);
  await get('batch: skipped, second page', `${waiting.path}/skipped?page=2&perPage=1`);
  for (const query of ['?page=0', '?perPage=61', '?x=1']) {
    await get(`batch: skipped refused ${query}`, `${waiting.path}/skipped${query}`);
  }
  await post('preview: behind a batch', 'preview', { orders: namedOrders(orders.slice(2, 5)) });
  await start('batch: started with those of another', orders.slice(2, 5), { undoSeconds: 30 });
  await post('batch: paused', `${waiting.path}/pause`);
  await post('batch: paused again', `${waiting.path}/pause`);
  await post('batch: resumed', `${waiting.path}/resume`);
  await get('batch: deliveries', `?batchId=${waiting.id}`);
  await post('batch: canceled', `${waiting.path}/cancel`);
  await post('batch: canceled again', `${waiting.path}/cancel`);
  await post('batch: retried where nothing failed', `${waiting.path}/retry`, {});
  await post('batch: retried where nothing failed, in Arabic', `${waiting.path}/retry`, {}, arabic);
  await post('batch: retried where one is canceled', `${waiting.path}/retry`, {
    deliveryIds: waiting.deliveryIds.slice(0, 1),
  });
  await advanceTime([desk], 40);

  const failing = orders.slice(5, 11);
  const faults = failing
    .slice(0, 2)
    .map((orderId) => ({ method: 'POST', path: sendPath, orderId, answer: '422' }) as const);
  desk.sandbox.setFaults(faults);
  const failed = await start('batch: started, to fail in part', [
    ...failing,
    ...withoutEmail.slice(1, 2),
    recent,
  ]);
  await advanceTime([desk], 5);
  await get('batch: failed in part', failed.path);
  await get('batch: failed in part, its deliveries', `?batchId=${failed.id}&state=failed`);
  await get('batch: CSV', `${failed.path}.csv`);
  await get('batch: CSV in Arabic', `${failed.path}.csv`, arabic);
  desk.sandbox.setFaults([]);
  await post('batch: retry refused', `${failed.path}/retry`, {
    deliveryIds: [failed.deliveryIds[0], failed.deliveryIds[3], unknownId],
  });
  await post('batch: retry refused, by its body', `${failed.path}/retry`, { deliveryIds: [] });
  await post('batch: retry refused, in Arabic', `${failed.path}/retry`, { ids: [] }, arabic);
  await post('batch: one retried', `${failed.path}/retry`, {
    deliveryIds: failed.deliveryIds.slice(0, 1),
  });
  await advanceTime([desk], 5);
  const { json: retried } = await post('batch: the rest retried', `${failed.path}/retry`, {});
  await advanceTime([desk], 5);
  await get('batch: of a retry', `batches/${retried.data.batchId}`);
  await post('batch: one retried twice', `${failed.path}/retry`, {
    deliveryIds: failed.deliveryIds.slice(0, 1),
  });

  const unclear = orders.slice(11, 15);
  desk.sandbox.setFaults(
    unclear.slice(0, 3).map((orderId) => ({
      method: 'POST',
      path: sendPath,
      orderId,
      answer: '500',
    })),
  );
  const doubtful = await start('batch: started, to be unclear', unclear);
  await get('batch: Salla is unclear', doubtful.path);
  await advanceTime([desk], 20);
  desk.sandbox.setFaults([]);
  await get('batch: unconfirmed in part', doubtful.path);
  const [first = '', second = '', third = '', sent = ''] = doubtful.deliveryIds;
  const resolve = (title: string, body: unknown, headers: Headers = {}) =>
    post(title, `${doubtful.path}/resolve`, body, headers);
  await resolve('batch: resolve refused', {
    deliveryIds: [first, sent, unknownId],
    outcome: 'sent',
  });
  await resolve(
    'batch: resolve refused, in Arabic',
    { deliveryIds: [first, sent, unknownId], outcome: 'sent' },
    arabic,
  );
  await resolve('batch: resolve refused, by its body', { deliveryIds: [], outcome: 'lost' });
  await resolve('batch: resolved as sent', { deliveryIds: [first], outcome: 'sent' });
  await resolve('batch: resolved as not sent', { deliveryIds: [second], outcome: 'not_sent' });
  await post('batch: an unconfirmed one retried', `${doubtful.path}/retry`, {
    deliveryIds: [third],
  });
  await resolve('batch: resolve one that was sent again', {
    deliveryIds: [third],
    outcome: 'sent',
  });
  await get('batch: CSV of an unclear one', `${doubtful.path}.csv`);

  desk.sandbox.setFaults([{ method: 'POST', path: sendPath, answer: '503' }]);
  const held = await start('batch: started while Salla is down', orders.slice(15, 17));
  await advanceTime([desk], 3);
  await get('batch: Salla is down', held.path);
  desk.sandbox.setFaults([]);
  await post('batch: canceled while Salla is down', `${held.path}/cancel`);
  await get('batches', 'batches');
  await get('batches: compressed', 'batches', { 'Accept-Encoding': 'br' });

  const nowhere = `batches/${unknownId}`;
  await get('batch: there is none', nowhere, arabic);
  await get('batch: skipped of none', `${nowhere}/skipped`);
  await get('batch: CSV of none', `${nowhere}.csv`);
  for (const action of ['cancel', 'pause', 'resume']) {
    await post(`batch: ${action} of none`, `${nowhere}/${action}`);
    await post(
      `batch: ${action} of another store's`,
      `${failed.path}/${action}`,
      undefined,
      neighbour,
    );
  }
  await post('batch: retry of none', `${nowhere}/retry`, {});
  await post('batch: resolve of none', `${nowhere}/resolve`, {
    deliveryIds: [first],
    outcome: 'sent',
  });
  await get('batch: of another store', failed.path, neighbour);
  await get('batch: CSV of another store', `${failed.path}.csv`, neighbour);
  await get('batches: of another store', 'batches', neighbour);
  await ask('batches: another method', { line: 'POST /api/deliveries/batches', headers: owner });
  await ask('batch: another method', {
    line: `DELETE /api/deliveries/${failed.path}`,
    headers: owner,
  });
  await ask('batch: pause, another method', {
    line: `GET /api/deliveries/${failed.path}/pause`,
    headers: owner,
  });
  await ask('preview: another method', { line: 'PUT /api/deliveries/preview', headers: owner });
}

async function askTroubles({ desk, ask, orders: known, owner }: Stage) {
  const line = 'GET /api/invoices?perPage=1';
  const fresh = { ...owner, 'Cache-Control': 'no-cache' };
  const path = createPath;
  const message = (status: number, text: string) =>
    ({
      answer: 'body',
      status,
      body: { status, success: false, error: { message: text } },
    }) as const;
  const troubles = [
    ['answers 500', { answer: '500' }],
    ['answers 503', { answer: '503' }],
    ['answers HTML', { answer: 'body', body: '<html>Bad gateway</html>' }],
    ['breaks the connection', { answer: 'reset' }],
    ['answers 404', { answer: '404' }],
    ['answers 422', { answer: '422' }],
    ['answers 400', message(400, 'Bad Request')],
    [
      'wants a scope',
      message(401, 'The access token should have access to one of those scopes: orders.read_write'),
    ],
    ['forbids it', message(403, 'Forbidden')],
    ['asks for patience', { answer: '429', ms: 40_000 }],
    ['blocks the app', message(403, 'You are blocked for too many errors')],
  ] as const;
  for (const [what, fault] of troubles) {
    desk.sandbox.setFaults([{ method: 'GET', path, ...fault }]);
    await ask(`Salla ${what}`, { line, headers: fresh });
    await ask(`Salla ${what}, in Arabic`, { line, headers: { ...fresh, ...arabic } });
    // Longer than any Retry-After here, so that the next request is not held back.
    desk.pass(61_000);
  }
  desk.sandbox.setFaults([]);
  await ask('Salla is back', { line, headers: fresh });
  desk.sandbox.setRequestsPerMinute(40);
  await desk.fetch('/api/invoices?perPage=1', { headers: fresh });
  // After 30 calls and half of the limit, reads are answered from the last minute's cache, with `ageSeconds`.
  for (let calls = 1; calls < 32; calls += 1) {
    await desk.fetch(`/api/orders/${known.mailable[0]}`, { headers: fresh });
  }
  await ask('many calls were made within the minute', { line, headers: owner });
  desk.sandbox.setRequestsPerMinute(720);
  desk.sandbox.setFaults([{ method: 'POST', path: '/exchange-authority/', answer: '503' }]);
  await ask('Salla can’t introspect', { line: 'POST /api/session', json: { token: 'x' } });
  desk.sandbox.setFaults([]);
}

async function askUninstalled({ desk, ask, orders: known, owner, neighbour }: Stage) {
  const { mailable } = known;
  const orders = namedOrders(mailable.slice(-2));
  const started = await ask('reconnect: a batch that waits', {
    line: 'POST /api/deliveries',
    headers: { ...owner, 'Idempotency-Key': 'r-1' },
    json: { orders, undoSeconds: 30 },
  });
  const { batchId } = started.json.data;
  // Tokens that turn out to be another store's are marked as revoked.
  const others = desk.sandbox.issueTokens({ storeId: secondStoreId });
  await ask('reconnect: tokens of another store', {
    ...event('app.store.authorize', demoStoreId, others, '2026-03-10 14:30:00'),
  });
  for (const line of ['GET /api/invoices', 'GET /api/orders?q=1', 'GET /api/orders/1']) {
    await ask(`reconnect: ${line}`, { line, headers: owner });
  }
  await ask('reconnect: in Arabic', {
    line: 'GET /api/invoices',
    headers: { ...owner, ...arabic },
  });
  await advanceTime([desk], 40);
  await ask('reconnect: the batch', {
    line: `GET /api/deliveries/batches/${batchId}`,
    headers: owner,
  });
  await ask('reconnect: its deliveries', {
    line: `GET /api/deliveries?batchId=${batchId}`,
    headers: owner,
  });
  await ask('reconnect: its CSV', {
    line: `GET /api/deliveries/batches/${batchId}.csv`,
    headers: owner,
  });
  await ask(
    'webhook: app.uninstalled',
    event('app.uninstalled', demoStoreId, { id: 1000 }, '2026-03-10 18:00:00'),
  );
  await ask('uninstalled: session', { line: 'GET /api/session', headers: owner });
  await ask('uninstalled: invoices', { line: 'GET /api/invoices', headers: owner });
  await ask('uninstalled: the other store', { line: 'GET /api/session', headers: neighbour });
}

async function askBroken({ desk, ask, neighbour }: Stage) {
  await desk.database.destroy();
  await ask('database gone: health', { line: 'GET /healthz' });
  await ask('database gone: readiness', { line: 'GET /readyz' });
  await ask('database gone', { line: 'GET /api/store', headers: neighbour });
  await ask('database gone, in Arabic', {
    line: 'GET /api/store',
    headers: { ...neighbour, ...arabic },
  });
}

async function askOverHttps({ desk, ask }: Pick<Stage, 'desk' | 'ask'>) {
  await ask('https: health', { line: 'GET /healthz' });
  await ask('https: dashboard not built', { line: 'GET /' });
  await ask('https: no metrics', { line: 'GET /metrics' });
  const login = await ask('https: sign-in', { line: 'GET /auth/login' });
  const consent = new URL(login.headers.get('location') ?? '');
  const binding = cookieOf(new Response(null, login), /sign_in=/);
  const path = await answerConsent(desk, consent, 'allow');
  const headers = { Cookie: binding };
  const callback = await ask('https: callback', { line: `GET ${path}`, headers });
  const cookie = cookieOf(new Response(null, callback), /session=/);
  await ask('https: session', { line: 'GET /api/session', headers: { Cookie: cookie } });
  desk.sandbox.setFaults([{ method: 'GET', path: createPath, answer: 'hang' }]);
  await ask('https: Salla takes too long', {
    line: 'GET /api/invoices',
    headers: { Cookie: cookie },
  });
  desk.sandbox.setFaults([]);
  const webhook = { line: 'POST /webhooks/salla', json: { event: 'app.installed' } };
  await ask('https: webhook with another token', { ...webhook, headers: { Authorization: 'x' } });
  await ask('https: webhook', { ...webhook, headers: { Authorization: webhookSecret } });
  await ask('https: end the session', {
    line: 'DELETE /api/session',
    headers: { Cookie: cookie, Origin: 'https://desk.test' },
  });
}
