import { describe, expect, it } from 'vitest';
import type { OrderSummary } from '../../contract/order.ts';
import { openOrders } from '../testing/orders.ts';

describe('printing an order’s invoice', () => {
  it('tells where the document is', async () => {
    const { staff, orderId } = await openOrders();
    const answer = await staff.post(`/api/orders/${orderId}/print`);
    expect(answer.status).toBe(200);
    expect(URL.canParse(answer.body.data.url)).toBe(true);
  });

  it('of an order that isn’t there finds nothing, in the words of who asks', async () => {
    const { staff } = await openOrders();
    const answer = await staff.post('/api/orders/1/print');
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    expect(JSON.stringify(answer.body)).not.toMatch(/[\u0600-\u06ff]/);
  });

  it.each(['422', '500'] as const)(
    'tells of Salla’s %s where the order is there',
    async (fault) => {
      const { desk, staff, orderId } = await openOrders();
      const path = `/admin/v2/orders/${orderId}/print-invoice`;
      desk.sandbox.setFaults([{ method: 'POST', path, answer: fault }]);
      const { status } = await staff.post(`/api/orders/${orderId}/print`);
      expect(status).toBe(fault === '422' ? 422 : 502);
    },
  );

  it('keeps to the refusal where Salla can’t tell whether the order is there', async () => {
    const { desk, staff } = await openOrders();
    desk.sandbox.setFaults([{ method: 'GET', path: '/admin/v2/orders/1', answer: '500' }]);
    expect((await staff.post('/api/orders/1/print')).status).toBe(422);
  });
});

describe('searching for an order', () => {
  async function openSearch() {
    const opened = await openOrders();
    const search = async (q: string): Promise<OrderSummary[]> =>
      (await opened.staff.get(`/api/orders?q=${encodeURIComponent(q)}`)).body.data;
    const { body } = await opened.staff.get(`/api/orders/${opened.orderId}`);
    return { ...opened, search, number: Number(body.data.number) };
  }

  it.each([
    [
      'in Arabic digits',
      (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
    ],
    ['with its label', (text: string) => `رقم الطلب: ${text}`],
    ['with marks of direction', (text: string) => `\u202b#${text}\u202c`],
    ['as a spreadsheet has it', (text: string) => `${Number(text).toLocaleString('en')}.00`],
    ['beside a name', (text: string) => `Sara ${text}`],
  ])('finds its number first %s', async (_, typed) => {
    const { search, number } = await openSearch();
    expect((await search(typed(String(number))))[0]?.number).toBe(number);
  });

  it.each([
    ['نوره', 'نورة'],
    ['منيره', 'منيرة'],
    ['امل', 'أمل'],
    ['عبد الله', 'عبدالله'],
    ['العتيبى', 'العتيبي'],
    ['\u200fنـُورة', 'نورة'],
  ])('finds the customers that %j may mean: %s', async (typed, name) => {
    const { search } = await openSearch();
    const named = await search(name);
    expect(named.length).toBeGreaterThan(0);
    const found = await search(typed);
    expect(found.map(({ id }) => id)).toEqual(named.map(({ id }) => id));
  });

  it('finds a whole name with its family name first, and with letters typed for others', async () => {
    const { search } = await openSearch();
    const known = (await search('نورة')).find(({ customer }) => customer?.name?.endsWith('ي'));
    const [given = '', family = ''] = known?.customer?.name?.split(' ') ?? [];
    expect(given).toBe('نورة');
    for (const typed of [`${family}  ${given}`, `نوره ${family.replace(/ي$/, 'ى')}`]) {
      expect((await search(typed)).map(({ id }) => id)).toContain(known?.id);
    }
  });

  it('finds a name that Salla has in the other spelling, and nobody who is not called so', async () => {
    const { desk, search } = await openSearch();
    const named = (id: number, first_name: string) => ({
      id,
      reference_id: id,
      customer: { first_name, last_name: 'الشمرى' },
    });
    const path = `/admin/v2/orders?${new URLSearchParams({ keyword: 'الشمر' })}`;
    const body = { status: 200, success: true, data: [named(7001, 'نوره'), named(7002, 'نوري')] };
    desk.sandbox.setFaults([{ method: 'GET', path, answer: 'body', body }]);
    const found = (await search('نورة الشمري')).map(({ id }) => id);
    expect(found).toContain(7001);
    expect(found).not.toContain(7002);
  });

  it('answers with what was typed where Salla fails at another spelling, and not without it', async () => {
    const { desk, staff, search } = await openSearch();
    const failing = (keyword: string) => {
      const path = `/admin/v2/orders?keyword=${encodeURIComponent(keyword)}&`;
      desk.sandbox.setFaults([{ method: 'GET', path, answer: '500' }]);
    };
    failing('نوره');
    expect((await search('نورة')).length).toBeGreaterThan(0);
    failing('نورة');
    expect((await staff.get(`/api/orders?q=${encodeURIComponent('نورة')}`)).status).toBe(502);
  });
});
