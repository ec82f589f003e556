import { describe, expect, it } from 'vitest';
import type { TransportAnswer } from '../salla/client/transport.ts';
import { creating, lost, taxInvoice, unopened, withFault } from '../testing/createFaults.ts';
import { contents, openCreateApp } from '../testing/createInvoice.ts';
import { engines } from '../testing/postgres.ts';

describe('where Salla’s answer is lost', () => {
  const faults = ['reset', '500', 'hang'] as const;

  it.each(faults.flatMap((fault) => [[fault, 'a'] as const, [fault, null] as const]))(
    'after it made the invoice (%s, key %s), the invoice is found',
    async (answer, key) => {
      const { desk, orderId, create, creations, invoicesOf } = await openCreateApp({
        sallaTimeoutMs: 300,
      });
      desk.sandbox.setFaults([{ ...creating, answer, after: true }]);
      const { status, body } = await create({ orderId, ...taxInvoice }, key);
      expect(status).toBe(201);
      expect(await invoicesOf(orderId)).toEqual([body.data]);
      expect(creations()).toBe(1);
      desk.sandbox.setFaults([]);
      if (key !== null) expect((await create({ orderId, ...taxInvoice }, key)).body).toEqual(body);
    },
  );

  it.each([
    ['reset', 502, 'salla_unavailable'],
    ['500', 502, 'salla_unavailable'],
    ['hang', 504, 'salla_timeout'],
  ] as const)(
    'and none was made (%s), that is told, and asking again makes one',
    async (answer, status, code) => {
      const { desk, orderId, create, creations, invoicesOf } = await openCreateApp({
        sallaTimeoutMs: 300,
      });
      desk.sandbox.setFaults([{ ...creating, answer, times: 1 }]);
      const first = await create({ orderId, ...taxInvoice }, 'a');
      expect([first.status, first.body.code]).toEqual([status, code]);
      expect(first.body.detail).toContain('may have been made');
      expect(creations()).toBe(1);
      expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
      expect(await invoicesOf(orderId)).toHaveLength(1);
    },
  );

  it('and it is made only after that, asking again finds it', async () => {
    let makeLate: () => Promise<TransportAnswer> = () => Promise.reject(new Error('not asked'));
    const { orderId, create, creations, invoicesOf } = await openCreateApp({
      between: withFault((forward) => {
        makeLate = forward;
        return lost;
      }),
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    await makeLate();
    const again = await create({ orderId, ...taxInvoice }, 'a');
    expect([again.status, creations()]).toEqual([201, 1]);
    expect(await invoicesOf(orderId)).toEqual([again.body.data]);
  });

  it('and it is made while it is asked for again, Salla’s refusal of a second one leads to it', async () => {
    const { orderId, create, creations, invoicesOf } = await openCreateApp({
      between: withFault(
        () => lost,
        (forward) => forward(),
      ),
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    const again = await create({ orderId, ...taxInvoice }, 'a');
    expect([again.status, creations()]).toEqual([201, 2]);
    expect(await invoicesOf(orderId)).toEqual([again.body.data]);
  });

  it.each(engines)(
    'an invoice of the order that was there before is not taken for it ($engine)',
    async ({ newUrl }) => {
      const { desk, orders, create, openSecond } = await openCreateApp({
        databaseUrl: await newUrl(),
      });
      const [orderId = 0] = orders.invoiced;
      desk.sandbox.setFaults([{ ...creating, answer: 'reset' }]);
      for (const key of ['a', null]) {
        expect((await create({ orderId, ...taxInvoice }, key)).status).toBe(502);
      }
      const later = await openSecond();
      expect((await later.create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
      desk.sandbox.setFaults([]);
      const refused = await later.create({ orderId, ...taxInvoice }, 'a');
      expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ['type']]);
    },
  );

  it('and Salla can’t tell of the order’s invoices, nothing is claimed', async () => {
    const { desk, orderId, create } = await openCreateApp({
      between: withFault(async (forward) => {
        await forward();
        desk.sandbox.setFaults([{ method: 'GET', path: creating.path, answer: '503' }]);
        return lost;
      }),
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    desk.sandbox.setFaults([]);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
  });
});

describe('what Salla certainly did not decide', () => {
  it.each([
    ['429', 429, 'rate_limited'],
    ['503', 502, 'salla_unavailable'],
    ['404', 502, 'salla_unavailable'],
  ] as const)('(%s) is told at once, and the key is free again', async (answer, status, code) => {
    const { desk, orderId, create, creations } = await openCreateApp();
    desk.sandbox.setFaults([{ ...creating, answer, ms: 7000, times: 1 }]);
    const first = await create({ orderId, ...taxInvoice }, 'a');
    expect([first.status, first.body.code]).toEqual([status, code]);
    expect(first.headers.get('Retry-After')).toBe(answer === '429' ? '7' : null);
    expect(creations()).toBe(1);
    desk.pass(7000);
    const other = { orderId, type: 'tax_invoice', ...contents.data };
    expect((await create(other, 'a')).status).toBe(201);
  });

  it('since no connection opened, is told at once, and the key is free again', async () => {
    const { orderId, create } = await openCreateApp({
      between: withFault(
        () => unopened,
        () => null,
      ),
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    expect((await create({ orderId, ...contents.data, type: 'tax_invoice' }, 'a')).status).toBe(
      201,
    );
  });

  it('since the order could not be read, is told, and the key is free again', async () => {
    const { desk, orderId, create, creations } = await openCreateApp();
    const path = `/admin/v2/orders/${orderId}`;
    desk.sandbox.setFaults([{ method: 'GET', path, answer: '500' }]);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    expect(creations()).toBe(0);
    desk.sandbox.setFaults([]);
    expect((await create({ orderId, ...contents.data, type: 'tax_invoice' }, 'a')).status).toBe(
      201,
    );
  });

  it('since the tokens were revoked, works once the store is connected again', async () => {
    const { desk, orderId, create } = await openCreateApp();
    await desk.vault.markRevoked(1305146709);
    const refused = await create({ orderId, ...taxInvoice }, 'a');
    expect([refused.status, refused.body.code]).toEqual([409, 'reconnect_store']);
    await desk.sandbox.install();
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
  });

  it('after a lost call, is still looked for the next time', async () => {
    const { desk, orderId, create, creations } = await openCreateApp({
      between: withFault(
        async (forward) => {
          await forward();
          desk.sandbox.setFaults([{ method: 'GET', path: creating.path, answer: '503' }]);
          return lost;
        },
        () => null,
      ),
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    // Now it fails before Salla is asked, and must not forget that it was asked before.
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    desk.sandbox.setFaults([]);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
    expect(creations()).toBe(1);
  });
});
