import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../contract/delivery.ts';
import { endOf, type FaultCase, faultCases, meeting } from '../../testing/anyFaults.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { openInstalledApp, type TestApp } from '../../testing/testApp.ts';

const orders = 8;
const longest = 15 * 60;

async function openTroubled(met: readonly FaultCase[][]) {
  const queues = new Map<number, FaultCase[]>();
  const desk: TestApp = await openInstalledApp({
    between: meeting(queues, (fault) => desk.sandbox.setFaults([...desk.sandbox.faults(), fault])),
  });
  const { staff, orderIds, emails } = await staffWithOrders(desk);
  const mailable: number[] = [];
  for (const orderId of orderIds) {
    if (mailable.length === met.length) break;
    const { body } = await staff.get(`/api/orders/${orderId}`);
    if (body.data.customer.email !== null) mailable.push(orderId);
  }
  for (const [index, orderId] of mailable.entries()) queues.set(orderId, [...(met[index] ?? [])]);
  await staff.resend({ orders: mailable.map((orderId) => ({ orderId })) });
  const read = async (): Promise<Delivery[]> =>
    (await staff.get('/api/deliveries?perPage=60')).body.data;
  return { desk, mailable, emails, read };
}

/** Second by second, until all have ended; when the store's tokens are refused, the store is connected again. */
async function letAllEnd({ desk, read }: Awaited<ReturnType<typeof openTroubled>>) {
  for (let second = 0; second < longest; second += 1) {
    await desk.dispatcher.idle();
    const open = (await read()).filter(({ state }) => state === 'queued' || state === 'sending');
    if (open.length === 0) return;
    if (open.some(({ reason }) => reason === 'reconnect')) await desk.sandbox.install();
    desk.pass(1000);
    desk.alarm()?.ring();
  }
}

describe('a batch under any sequence of faults', () => {
  it('ends each delivery in the expected state and mails nobody twice', async () => {
    const sequence = fc.array(fc.constantFrom(...faultCases), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(sequence, { minLength: 1, maxLength: orders }), async (met) => {
        const troubled = await openTroubled(met);
        await letAllEnd(troubled);
        const byOrder = new Map((await troubled.read()).map((one) => [one.orderId, one]));
        const emails = troubled.emails();
        for (const [index, orderId] of troubled.mailable.entries()) {
          const { mailed, ...end } = endOf(met[index] ?? []);
          expect(byOrder.get(orderId)).toMatchObject(end);
          const own = emails.filter((one) => one === orderId).length;
          expect(own).toBeLessThanOrEqual(mailed ? 1 : 0);
          if (end.state === 'sent') expect(own).toBe(1);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
