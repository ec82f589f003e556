import { describe, expect, it } from 'vitest';
import type { SallaTransport, TransportAnswer } from '../../salla/client/transport.ts';
import { TransportError } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { openInstalledApp } from '../../testing/testApp.ts';

const troubles: readonly [string, (url: string) => TransportAnswer][] = [
  ['put off by Salla', () => ({ status: 429, headers: { 'retry-after': '1' }, body: '' })],
  ['refused with 503', () => ({ status: 503, headers: {}, body: '' })],
  [
    'kept from leaving by the network',
    (url) => {
      throw new TransportError({ method: 'POST', url }, 'connect', false);
    },
  ],
];

describe.each(engines)(
  'a batch that is canceled while a call is in flight, over $engine',
  (engine) => {
    it.each(troubles)('does not send again what is %s', async (_, trouble) => {
      const leaving = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const between =
        (onward: SallaTransport): SallaTransport =>
        async (request) => {
          if (!request.url.endsWith('/send-invoice')) return onward(request);
          leaving.resolve();
          await gate.promise;
          return trouble(request.url);
        };
      const desk = await openInstalledApp({ between, databaseUrl: await engine.newUrl() });
      const { staff, orderIds, emails } = await staffWithOrders(desk);
      const orders = orderIds.slice(0, 3).map((orderId) => ({ orderId }));
      const asked = await staff.resend({ orders });
      const path = `/api/deliveries/batches/${asked.body.data.batchId}`;
      await leaving.promise;
      await staff.post(`${path}/cancel`);
      gate.resolve();
      await desk.dispatcher.idle();
      await advanceTime([desk], 120);
      expect((await staff.get(path)).body.data.counts).toMatchObject({
        queued: 0,
        sending: 0,
        canceled: 3,
      });
      expect(emails()).toEqual([]);
    });

    it('stores the outcome of the call in flight', async () => {
      const leaving = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const between =
        (onward: SallaTransport): SallaTransport =>
        async (request) => {
          if (request.url.endsWith('/send-invoice')) {
            leaving.resolve();
            await gate.promise;
          }
          return onward(request);
        };
      const desk = await openInstalledApp({ between, databaseUrl: await engine.newUrl() });
      const { staff, orderIds, emails } = await staffWithOrders(desk);
      const orders = orderIds.slice(0, 12).map((orderId) => ({ orderId }));
      const asked = await staff.resend({ orders });
      const path = `/api/deliveries/batches/${asked.body.data.batchId}`;
      await leaving.promise;
      const { counts } = (await staff.post(`${path}/cancel`)).body.data;
      expect(counts.sending).toBeGreaterThan(0);
      expect(counts.canceled).toBe(12 - counts.sending);
      gate.resolve();
      await desk.dispatcher.idle();
      const after = (await staff.get(path)).body.data.counts;
      expect(after).toMatchObject({ sending: 0, canceled: counts.canceled });
      expect(emails()).toHaveLength(after.sent);
    });
  },
);
