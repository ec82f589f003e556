import { describe, expect, it } from 'vitest';
import { upsertOrders } from '../storage/knownOrders.ts';
import { openOrders } from '../testing/orders.ts';
import { parseCsv } from '../testing/parseCsv.ts';
import { engines } from '../testing/postgres.ts';
import { demoStoreId, type TestAppOptions } from '../testing/testApp.ts';

/** A batch of three: one that Salla took, one that it refused, one that may have gone out; and one that was held back. */
async function openResult() {
  const opened = await openOrders();
  const { desk, staff, orderIds } = opened;
  const [first = 0, second = 0, fourth = 0, fifth = 0] = [0, 1, 3, 4].map((at) => orderIds[at]);
  const names = ['=cmd|"/c calc"!A1', 'نورة', 'سعد', 'هند'];
  const seen = [first, second, fourth, fifth].map((id, at) => ({
    id,
    number: 227_000_001 + at,
    customer: { name: names[at] ?? null, email: null, mobile: null },
  }));
  await upsertOrders(desk.database, demoStoreId, seen, {
    at: desk.now(),
    from: 'details',
  });
  await staff.resend({ orders: [{ orderId: fifth }] });
  await desk.dispatcher.idle();
  const path = '/admin/v2/orders/*/send-invoice';
  desk.sandbox.setFaults([
    { method: 'POST', path, orderId: second, answer: '422' },
    { method: 'POST', path, orderId: fourth, answer: '500' },
  ]);
  const orders = [first, second, fourth, fifth].map((orderId) => ({ orderId }));
  const { batchId, deliveries } = (await staff.resend({ orders })).body.data;
  await desk.dispatcher.idle();
  await staff.post(`/api/deliveries/${deliveries[2].id}/resolve`, { outcome: 'sent' });
  const csv = async (language: string) => {
    const headers = { 'Accept-Language': language };
    return staff.raw(`/api/deliveries/batches/${batchId}.csv`, { headers });
  };
  return { csv, batchId, first, second, fourth, fifth };
}

/** A batch of so many orders that nobody has looked at, the last one held back, and what looking costs of Salla's calls. */
async function openUnseen(count: number, wish: TestAppOptions = {}) {
  const calls: string[] = [];
  const opened = await openOrders({
    orders: 160,
    ...wish,
    between: (onward) => (request) => {
      if (new URL(request.url).pathname === '/admin/v2/orders') calls.push(request.url);
      return onward(request);
    },
  });
  const { staff } = opened;
  const page = await staff.get('/api/invoices?perPage=60&page=2');
  const more: number[] = page.body.data.map((row: { orderId: number }) => row.orderId);
  const ids = [...new Set([...opened.orderIds, ...more])].slice(0, count);
  await staff.resend({ orders: [{ orderId: ids.at(-1) }], undoSeconds: 30 });
  const orders = ids.map((orderId) => ({ orderId }));
  const { batchId } = (await staff.resend({ orders, undoSeconds: 30 })).body.data;
  const csv = () => staff.raw(`/api/deliveries/batches/${batchId}.csv`);
  return { ...opened, csv, calls };
}

describe('the result of a batch as CSV', () => {
  it('is a file of its own that nobody keeps', async () => {
    const { csv } = await openResult();
    const { status, headers, text } = await csv('en');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="resends-2026-03-10-1200.csv"',
    );
    expect(headers.get('cache-control')).toBe('no-store');
    // fetch takes a byte order mark off a text.
    expect(text.startsWith('Order number,')).toBe(true);
  });

  it('says of each order what became of it, those held back last, and no formula', async () => {
    const { csv, first, second, fourth, fifth } = await openResult();
    const [columns, ...rows] = parseCsv((await csv('en')).text);
    expect(columns?.slice(0, 5)).toEqual([
      'Order number',
      'Order ID',
      'Customer',
      'Invoice ID',
      'State',
    ]);
    const at = '2026-03-10 12:00:00';
    const anything: string = expect.any(String);
    const someone: string = expect.stringMatching(/./);
    const asked = [someone, 'Salla dashboard', at];
    const done = 'Salla accepted it';
    const broken = 'Salla broke off with an error';
    const customer = `'=cmd|"/c calc"!A1`;
    expect(rows).toEqual([
      ['227000001', `${first}`, customer, '', done, '', someone, '1', ...asked, at, ''],
      [
        '227000002',
        `${second}`,
        'نورة',
        '',
        'Failed',
        'Salla refused it',
        someone,
        '1',
        ...asked,
        at,
        '',
      ],
      ['227000003', `${fourth}`, 'سعد', '', done, broken, anything, '1', ...asked, at, someone],
      ['227000004', `${fifth}`, 'هند', '', 'Skipped', 'Sent minutes ago', '', '', ...asked, '', ''],
    ]);
  });

  it.each(['429', '503', '500', 'hang'] as const)(
    'leaves their names out where Salla answers with %s',
    async (answer) => {
      const { desk, csv } = await openUnseen(5, { sallaTimeoutMs: 20 });
      desk.sandbox.setFaults([{ method: 'GET', path: '/admin/v2/orders', answer }]);
      const { status, text } = await csv();
      const [, ...rows] = parseCsv(text);
      expect([status, rows.map(([number, , customer]) => [number, customer])]).toEqual([
        200,
        rows.map(() => ['', '']),
      ]);
      expect(rows).toHaveLength(5);
    },
  );

  it('is in Arabic for who reads Arabic', async () => {
    const { csv } = await openResult();
    const [columns, sent, failed, , held] = parseCsv((await csv('ar')).text);
    expect(columns?.slice(0, 2)).toEqual(['رقم الطلب', 'معرّف الطلب']);
    expect([sent?.[4], failed?.[5]]).toEqual(['قبلتها سلة', 'رفضت سلة الإرسال']);
    expect(held?.slice(4, 6)).toEqual(['لم تُرسل', 'أُرسلت قبل دقائق']);
  });
});

describe.each(engines)('the result of a large batch as CSV, over $engine', ({ newUrl }) => {
  it('names every order, though nobody has looked at it yet', async () => {
    const { csv, calls } = await openUnseen(70, { databaseUrl: await newUrl() });
    const [, ...rows] = parseCsv((await csv()).text);
    expect(rows).toHaveLength(70);
    expect(rows.filter(([number]) => number === '')).toEqual([]);
    // An order may have no customer.
    expect(rows.filter(([, , customer]) => customer !== '').length).toBeGreaterThan(60);
    expect(calls.length).toBeLessThanOrEqual(3);
    await csv();
    expect(calls.length).toBeLessThanOrEqual(3);
  });
});
