import { expect, it } from 'vitest';
import { openInstalledApp } from './testing/testApp.ts';

/** A desk whose database fails while Salla is being asked for an order. */
async function openFailingDesk() {
  const fails: Array<() => Promise<void>> = [];
  const desk = await openInstalledApp({
    between: (onward) => async (request) => {
      const answer = await onward(request);
      if (/\/orders\/\d+$/.test(request.url)) for (const fail of fails) await fail();
      return answer;
    },
  });
  fails.push(() => desk.database.destroy());
  return desk;
}

it('a request that the database fails under is answered with a problem', async () => {
  const desk = await openFailingDesk();
  const staff = await desk.openFrame();
  const { orderId } = (await staff.get('/api/invoices')).body.data[0];
  const answer = await staff.get(`/api/orders/${orderId}`);
  expect([answer.status, answer.body.code]).toEqual([500, 'internal']);
  expect(answer.headers.get('X-Request-Id')).toBe(answer.body.requestId);
});
