import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { taxInvoice, withFault } from '../testing/createFaults.ts';
import { contents, formOf, openCreateApp, pdf } from '../testing/createInvoice.ts';
import { engines } from '../testing/postgres.ts';

describe.each(engines)('the same request under the same key, over $engine', ({ newUrl }) => {
  it('gets the first one’s result, and Salla is asked once', async () => {
    const { orderId, create, creations, invoicesOf } = await openCreateApp({
      databaseUrl: await newUrl(),
    });
    const first = await create({ orderId, ...taxInvoice }, 'a');
    const second = await create({ orderId, ...taxInvoice }, 'a');
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(creations()).toBe(1);
    expect(await invoicesOf(orderId)).toHaveLength(1);
  });

  it('gets it for a file as well, and for the same words in another order', async () => {
    const { orderId, create, upload, creations, orders } = await openCreateApp({
      databaseUrl: await newUrl(),
    });
    const fields = { orderId, type: 'tax_invoice', dataType: 'file' };
    const first = await upload(formOf(fields), 'a');
    expect((await upload(formOf(fields), 'a')).body).toEqual(first.body);
    const [, otherId] = orders.free;
    const one = await create({ orderId: otherId, ...taxInvoice }, 'b');
    const same = { ...contents.url, type: 'tax_invoice', orderId: otherId };
    expect((await create(same, 'b')).body).toEqual(one.body);
    expect(creations()).toBe(2);
  });

  it('waits for the one that is under way', async () => {
    const answers = Promise.withResolvers<void>();
    const { orderId, create, creations } = await openCreateApp({
      databaseUrl: await newUrl(),
      between: withFault(() => answers.promise),
      whileWaiting: async () => answers.resolve(),
    });
    const asked = [1, 2, 3].map(() => create({ orderId, ...taxInvoice }, 'a'));
    const [first, ...rest] = await Promise.all(asked);
    expect(first?.status).toBe(201);
    for (const one of rest) expect([one.status, one.body]).toEqual([201, first?.body]);
    expect(creations()).toBe(1);
  });

  it('has one invoice made, however often it comes at one time', async () => {
    const { orders, create, creations } = await openCreateApp({
      databaseUrl: await newUrl(),
      // The desk's clock runs ahead while it waits: not so far that it gives up.
      whileWaiting: () => after(10),
    });
    for (const [round, orderId] of orders.free.slice(0, 6).entries()) {
      const asked = [1, 2, 3, 4].map(() => create({ orderId, ...taxInvoice }, `key ${round}`));
      const [first, ...rest] = await Promise.all(asked);
      expect(first?.status).toBe(201);
      for (const one of rest) expect([one.status, one.body]).toEqual([201, first?.body]);
      expect(creations()).toBe(round + 1);
    }
  });

  it('is told to ask again where the one under way takes too long', async () => {
    const arrived = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    const { orderId, create } = await openCreateApp({
      databaseUrl: await newUrl(),
      between: withFault(() => {
        arrived.resolve();
        return answers.promise;
      }),
    });
    const first = create({ orderId, ...taxInvoice }, 'a');
    await arrived.promise;
    const second = await create({ orderId, ...taxInvoice }, 'a');
    expect([second.status, second.body.code]).toEqual([409, 'conflict']);
    expect(second.headers.get('Retry-After')).toBe('2');
    expect(second.body.detail).toContain('still being made');
    answers.resolve();
    expect((await create({ orderId, ...taxInvoice }, 'a')).body).toEqual((await first).body);
  });

  it('gets Salla’s refusal again, whatever has changed since', async () => {
    const { desk, orderId, create, creations } = await openCreateApp({
      databaseUrl: await newUrl(),
    });
    desk.sandbox.setIssuance('salla');
    const first = await create({ orderId, ...taxInvoice }, 'a');
    desk.sandbox.setIssuance('custom');
    const second = await create({ orderId, ...taxInvoice }, 'a');
    expect([first.status, second.status]).toEqual([422, 422]);
    expect(second.body.fields).toEqual(first.body.fields);
    expect(creations()).toBe(1);
  });

  it('is looked into anew after a refusal of ours', async () => {
    const { orderId, create } = await openCreateApp({ databaseUrl: await newUrl() });
    const creditNote = { orderId, ...contents.url, type: 'credit_note' };
    expect((await create(creditNote, 'a')).status).toBe(422);
    await create({ orderId, ...taxInvoice });
    expect((await create(creditNote, 'a')).status).toBe(201);
  });

  it('gets the first one’s result from the next proxy', async () => {
    const { orderId, create, openSecond } = await openCreateApp({ databaseUrl: await newUrl() });
    const first = await create({ orderId, ...taxInvoice }, 'a');
    const later = await openSecond();
    expect((await later.create({ orderId, ...taxInvoice }, 'a')).body).toEqual(first.body);
    expect(later.creations()).toBe(0);
  });

  it('is another one after a day', async () => {
    const { desk, orderId, create } = await openCreateApp({ databaseUrl: await newUrl() });
    await create({ orderId, ...taxInvoice }, 'a');
    const begunDaysAgo = (days: number) =>
      desk.database
        .updateTable('invoice_creations')
        .set({ begun_at: desk.now() - days * 24 * 60 * 60_000 })
        .execute();
    await begunDaysAgo(0.99);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
    await begunDaysAgo(1);
    const again = await create({ orderId, ...taxInvoice }, 'a');
    expect([again.status, Object.keys(again.body.fields)]).toEqual([422, ['type']]);
  });

  it('stands for whatever is asked for next after a day, and once for that as well', async () => {
    const { desk, orders, create, creations } = await openCreateApp({
      databaseUrl: await newUrl(),
    });
    const [one, other] = orders.free;
    await create({ orderId: one, ...taxInvoice }, 'a');
    const begun_at = desk.now() - 24 * 60 * 60_000;
    await desk.database.updateTable('invoice_creations').set({ begun_at }).execute();
    const first = await create({ orderId: other, ...taxInvoice }, 'a');
    const second = await create({ orderId: other, ...taxInvoice }, 'a');
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(creations()).toBe(2);
  });
});

describe('another request under the same key', () => {
  it.each([
    ['another type', { type: 'credit_note', ...contents.url }],
    ['another address', { ...taxInvoice, url: 'https://files.example.com/2.pdf' }],
    ['another data type', { type: 'tax_invoice', ...contents.order }],
  ])('is refused: %s', async (_what, other) => {
    const { orderId, create, creations } = await openCreateApp();
    await create({ orderId, ...taxInvoice }, 'a');
    const { status, body } = await create({ orderId, ...other }, 'a');
    expect([status, body.code]).toEqual([409, 'conflict']);
    expect(body.detail).toContain('Idempotency-Key');
    expect(creations()).toBe(1);
  });

  it('is refused: another file', async () => {
    const { orderId, upload } = await openCreateApp();
    const fields = { orderId, type: 'tax_invoice', dataType: 'file' };
    await upload(formOf(fields), 'a');
    const other = formOf(fields, Buffer.concat([pdf, Buffer.from('!')]));
    expect((await upload(other, 'a')).status).toBe(409);
  });

  it('is another store’s own where it comes from there', async () => {
    const { desk, orderId, create } = await openCreateApp();
    await create({ orderId, ...taxInvoice }, 'a');
    await desk.database
      .insertInto('stores')
      .values({ id: 7, name: null, connected_at: 0 })
      .execute();
    await desk.database.updateTable('invoice_creations').set({ store_id: 7 }).execute();
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(422);
  });
});
