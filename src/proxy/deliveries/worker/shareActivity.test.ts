import { describe, expect, it } from 'vitest';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp, openTestApp } from '../../testing/testApp.ts';

const path = '/admin/v2/orders/*/send-invoice';

/** A proxy that owns a store's queue, and another one that the store's people use. */
async function openTwo(newUrl: () => Promise<string>) {
  const databaseUrl = await newUrl();
  const owning = await openInstalledApp({ databaseUrl, owner: 'here/1/a' });
  const { sandbox } = owning;
  const browsed = await openTestApp({ databaseUrl, sandbox, owner: 'there/1/b' });
  await browsed.dispatcher.start();
  const { staff, orderIds } = await staffWithOrders(owning);
  // At the rate limit the owner keeps the queue; with other faults it may be handed on.
  sandbox.setFaults([{ method: 'POST', path, answer: '429', ms: 60_000 }]);
  const people = await browsed.openFrame();
  return {
    ask: async () => {
      await staff.resend({ orders: orderIds.slice(0, 30).map((orderId) => ({ orderId })) });
      // Until it owns the queue the other one may take it.
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
    it('are known to the owner of their store’s queue within a second', async () => {
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

    it('are not shared for a store without work', async () => {
      const { pass, browse, told } = await openTwo(newUrl);
      await browse();
      await pass();
      expect(await told()).toEqual([]);
    });
  },
);
