import { describe, expect, it } from 'vitest';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openTestApp } from '../../testing/testApp.ts';

const path = '/admin/v2/orders/*/send-invoice';

/** A proxy that has a store's queue, and another one that people of the store came to. */
async function openTwo(newUrl: () => Promise<string>) {
  const databaseUrl = await newUrl();
  const owning = await openInstalledApp({ databaseUrl, owner: 'here/1/a' });
  const { sandbox } = owning;
  const browsed = await openTestApp({ databaseUrl, sandbox, owner: 'there/1/b' });
  await browsed.dispatcher.start();
  const { staff, orderIds } = await staffWithOrders(owning);
  // Who is put off by Salla keeps the queue meanwhile: in any other trouble it may be handed on.
  sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 60_000 }]);
  const people = await browsed.openFrame();
  return {
    ask: async () => {
      await staff.resend({ orders: orderIds.slice(0, 30).map((orderId) => ({ orderId })) });
      // Until it has the queue the other one may take it as well.
      await owning.dispatcher.idle();
    },
    pass: () => advanceTime([owning, browsed], 1),
    browse: async () => {
      const since = browsed.now();
      await people.get('/api/invoices');
      return since;
    },
    told: async () => {
      const rows = await owning.database.selectFrom('store_queues').select('browsed_at').execute();
      return rows.map((row) => row.browsed_at);
    },
  };
}

describe.each(engines)(
  'people who browse at another proxy, over $engine',
  { timeout: 30_000 },
  ({ newUrl }) => {
    it('are known to the one that sends for their store within a second', async () => {
      const { ask, pass, browse, told } = await openTwo(newUrl);
      await ask();
      await pass();
      for (let second = 0; second < 3; second += 1) {
        const since = await browse();
        await pass();
        const [at] = await told();
        expect(at).toBeGreaterThanOrEqual(since);
      }
    });

    it('are nobody’s business where nothing is sent', async () => {
      const { pass, browse, told } = await openTwo(newUrl);
      await browse();
      await pass();
      expect(await told()).toEqual([]);
    });
  },
);
