import { describe, expect, it } from 'vitest';
import { letPass } from './letPass.testSupport.ts';
import { openOrders } from './orders.testSupport.ts';

const fault = { method: 'POST', path: '/admin/v2/orders/*/send-invoice' };
const hours = (count: number) => count * 3600_000;

describe('what Salla takes not now', () => {
  it.each(['429', '503'] as const)(
    'is given up a day after the first attempt (%s)',
    async (answer) => {
      const { desk, staff, sentOrders, emails } = await openOrders();
      desk.sandbox.setFaults([{ ...fault, answer }]);
      await staff.resend({ orders: sentOrders });
      await letPass([desk], 2);
      const counts = async () => {
        const later = await desk.openFrame();
        return (await later.get('/api/deliveries')).body.counts;
      };
      desk.pass(hours(23));
      await letPass([desk], 10);
      expect(await counts()).toMatchObject({ queued: 1, failed: 0 });
      desk.pass(hours(1));
      await letPass([desk], 400);
      expect(await counts()).toMatchObject({ queued: 0, failed: 1 });
      expect(emails()).toEqual([]);
    },
  );

  it('is tried for a day from the first attempt on, however long its batch was paused before', async () => {
    const { desk, staff, orderId, otherId, emails } = await openOrders();
    const asked = await staff.resend({
      orders: [{ orderId }, { orderId: otherId }],
      undoSeconds: 1,
    });
    const { batchId } = asked.body.data;
    await staff.post(`/api/deliveries/batches/${batchId}/pause`);
    desk.pass(hours(50));
    desk.sandbox.setFaults([{ ...fault, answer: '503', times: 2 }]);
    const later = await desk.openFrame();
    await later.post(`/api/deliveries/batches/${batchId}/resume`);
    await letPass([desk], 30);
    expect(emails()).toHaveLength(2);
  });
});
