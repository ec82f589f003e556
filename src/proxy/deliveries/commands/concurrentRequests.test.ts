import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { DeliveryBatch } from '../../../contract/delivery.ts';
import { openOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { demoStoreId, openTestApp } from '../../testing/testApp.ts';
import { resolveDelivery } from './deliveryCommands.ts';

const sendPath = '/admin/v2/orders/*/send-invoice';

interface Answer {
  status: number;
  body: { data: DeliveryBatch };
}

describe.each(engines)(
  'two proxies on one $engine that are asked at the same moment',
  { timeout: 30_000 },
  ({ newUrl }) => {
    /** One person with two tabs, and a colleague, at two proxies. */
    async function openTwo() {
      const databaseUrl = await newUrl();
      const one = await openOrders({ databaseUrl });
      const desk = await openTestApp({ databaseUrl, sandbox: one.desk.sandbox });
      const people = [one.staff, await desk.openFrame(), await one.desk.openFrame({ userId: 77 })];
      const idle = async () => {
        one.desk.dispatcher.wake();
        await one.desk.dispatcher.idle();
        await desk.dispatcher.idle();
      };
      const counts = async () => (await one.staff.get('/api/deliveries')).body.counts;
      return { ...one, people, other: desk, idle, counts };
    }

    const queuedIn = (answers: readonly Answer[]) =>
      answers.flatMap(({ body }) => body.data.deliveries.map(({ orderId }) => orderId));

    it('queue each order once and never fail', async () => {
      const { people, orderIds, counts } = await openTwo();
      const ordersFrom = (start: number) =>
        orderIds.slice(start, start + 20).map((orderId) => ({ orderId }));
      for (const allowRepeat of [false, true]) {
        const calls = [0, 5, 10, 0, 5, 10, 3].map((start, at) =>
          people[at % 3]?.resend({ orders: ordersFrom(start), allowRepeat, undoSeconds: 30 }),
        );
        const answers = (await Promise.all(calls)).filter((answer) => answer !== undefined);
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
        const queued = queuedIn(answers);
        expect(queued).toHaveLength(new Set(queued).size);
        for (const { body } of answers) {
          const { deliveries, skipped } = body.data;
          expect(deliveries.length + skipped.length).toBe(20);
        }
      }
      expect((await counts()).queued).toBe(30);
    });

    it('with the same key get the same answer, and queue it once', async () => {
      const { people, orderIds, counts } = await openTwo();
      const orders = orderIds.slice(0, 20).map((orderId) => ({ orderId }));
      const calls = [0, 1, 2, 0, 1, 2].map((at) =>
        people[at]?.resend({ orders, undoSeconds: 30 }, 'one key'),
      );
      const bodies = (await Promise.all(calls)).map((answer) => answer?.body);
      expect(bodies).toEqual(bodies.map(() => bodies[0]));
      expect(bodies[0].data.deliveries).toHaveLength(20);
      expect((await counts()).queued).toBe(20);
    });

    it('retry a delivery once, and a batch’s failed ones once', async () => {
      const { desk, people, staff, orderIds, idle, counts } = await openTwo();
      const orders = orderIds.slice(0, 6).map((orderId) => ({ orderId }));
      desk.sandbox.setFaults([{ method: 'POST', path: sendPath, answer: '422' }]);
      const { batchId, deliveries } = (await staff.resend({ orders })).body.data;
      await idle();
      expect((await counts()).failed).toBe(6);
      const [first] = deliveries;
      const retries = [0, 1, 2, 0, 1, 2].map((at) =>
        people[at]?.post(`/api/deliveries/${first.id}/retry`),
      );
      const single = (await Promise.all(retries)).map((answer) => answer?.status);
      expect(single.sort()).toEqual([202, 409, 409, 409, 409, 409]);
      const all = [0, 1, 2, 0, 1].map((at) =>
        people[at]?.post(`/api/deliveries/batches/${batchId}/retry`, {}),
      );
      const answers = (await Promise.all(all)).filter((answer) => answer !== undefined);
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
      const won = answers.filter(({ status }) => status === 202);
      expect(queuedIn(won)).toHaveLength(5);
    });

    it('do not retry a delivery that somebody is resolving', async () => {
      const { desk, other, staff, orderId, idle, counts } = await openTwo();
      desk.sandbox.setFaults([{ method: 'POST', path: sendPath, answer: '500', times: 1 }]);
      const [asked] = (await staff.resend({ orders: [{ orderId }] })).body.data.deliveries;
      await idle();
      const retry = () => staff.post(`/api/deliveries/${asked.id}/retry`);
      const retried = await other.database.transaction().execute(async (transaction) => {
        const decided = { outcome: 'sent', by: { id: 77, name: null } } as const;
        await resolveDelivery(transaction, demoStoreId, asked.id, decided);
        const answer = retry();
        // It waits for the decision's lock; without the lock it would be done by then.
        await Promise.race([answer, after(300)]);
        return { answer };
      });
      const { status, body } = await retried.answer;
      expect([status, body.detail]).toEqual([409, expect.stringContaining('Only one that failed')]);
      expect(await counts()).toMatchObject({ queued: 0, sent: 1 });
    });

    it('cancel what is queued and count what was sent', async () => {
      const { people, staff, orderIds, emails, idle, counts } = await openTwo();
      const orders = orderIds.slice(0, 20).map((orderId) => ({ orderId }));
      const { batchId } = (await staff.resend({ orders })).body.data;
      await Promise.all(
        [0, 1, 2].map((at) => people[at]?.post(`/api/deliveries/batches/${batchId}/cancel`)),
      );
      await idle();
      const { sent, canceled, failed, queued } = await counts();
      expect([queued, sent + canceled + failed]).toEqual([0, 20]);
      expect(emails()).toHaveLength(sent);
    });
  },
);
