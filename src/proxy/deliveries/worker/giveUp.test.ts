import { describe, expect, it } from 'vitest';
import { advanceTime } from '../../testing/advanceTime.ts';
import { openOrders } from '../../testing/orders.ts';
import { type callerWith, demoStoreId, type TestApp } from '../../testing/testApp.ts';

const fault = { method: 'POST', path: '/admin/v2/orders/*/send-invoice' };
type Staff = ReturnType<typeof callerWith>;
const hours = (count: number) => count * 3600_000;

describe('a delivery that Salla does not accept now', () => {
  it.each(['429', '503'] as const)(
    'is given up a day after the first attempt (%s)',
    async (answer) => {
      const { desk, staff, sentOrders, emails } = await openOrders();
      desk.sandbox.setFaults([{ ...fault, answer }]);
      await staff.resend({ orders: sentOrders });
      await advanceTime([desk], 2);
      const counts = async () => {
        const later = await desk.openFrame();
        return (await later.get('/api/deliveries')).body.counts;
      };
      const letHoursPass = async (count: number) => {
        for (let hour = 0; hour < count; hour += 0.5) {
          desk.pass(hours(0.5));
          await advanceTime([desk], 10);
        }
      };
      await letHoursPass(23);
      expect(await counts()).toMatchObject({ queued: 1, failed: 0 });
      await letHoursPass(1);
      await advanceTime([desk], 400);
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
    await advanceTime([desk], 30);
    expect(emails()).toHaveLength(2);
  });

  it.each([
    [
      'paused',
      (staff: Staff, path: string) => staff.post(`${path}/pause`),
      (_: TestApp, staff: Staff, path: string) => staff.post(`${path}/resume`),
    ],
    [
      'stopped',
      async (_: Staff, __: string, desk: TestApp) => desk.vault.markRevoked(demoStoreId),
      (desk: TestApp) => desk.sandbox.install(),
    ],
  ] as const)('is tried for another day after days on which it was %s', async (_, rest, goOn) => {
    const { desk, staff, sentOrders, orderId, otherId, emails } = await openOrders();
    desk.sandbox.setFaults([{ ...fault, answer: '503' }]);
    const orders = [...sentOrders, { orderId: otherId }];
    const asked = await staff.resend({ orders });
    const path = `/api/deliveries/batches/${asked.body.data.batchId}`;
    await advanceTime([desk], 2);
    await rest(staff, path, desk);
    await advanceTime([desk], 60);
    desk.pass(hours(50));
    const later = await desk.openFrame();
    await goOn(desk, later, path);
    await advanceTime([desk], 100);
    desk.sandbox.setFaults([]);
    await advanceTime([desk], 100);
    expect(new Set(emails())).toEqual(new Set([orderId, otherId]));
  });
});
