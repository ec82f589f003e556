import { describe, expect, it } from 'vitest';
import { openOrders } from '../deliveries/orders.testSupport.ts';

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
