import { describe, expect, it } from 'vitest';
import { taxInvoice, withFault } from '../testing/createFaults.ts';
import { isCreation, openCreateApp } from '../testing/createInvoice.ts';
import { engines } from '../testing/postgres.ts';

describe.each(engines)(
  'a proxy on $engine that dies while Salla makes the invoice',
  ({ newUrl }) => {
    async function openDying(treat: (forward: () => Promise<unknown>) => Promise<unknown>) {
      const arrived = Promise.withResolvers<void>();
      const never = new Promise<never>(() => {});
      const opened = await openCreateApp({
        databaseUrl: await newUrl(),
        between: withFault(async (forward) => {
          await treat(forward);
          arrived.resolve();
          return never;
        }),
      });
      void opened.create({ orderId: opened.orderId, ...taxInvoice }, 'a');
      await arrived.promise;
      return opened;
    }

    it('leaves it to the next one to find what was made', async () => {
      const { orderId, openSecond } = await openDying((forward) => forward());
      const next = await openSecond();
      const { status, body } = await next.create({ orderId, ...taxInvoice }, 'a');
      expect([status, next.creations()]).toEqual([201, 0]);
      expect(await next.invoicesOf(orderId)).toEqual([body.data]);
    });

    it('leaves it to the next one to make what was not', async () => {
      const { orderId, openSecond } = await openDying(async () => {});
      const next = await openSecond();
      const { status, body } = await next.create({ orderId, ...taxInvoice }, 'a');
      expect([status, next.creations()]).toEqual([201, 1]);
      expect(await next.invoicesOf(orderId)).toEqual([body.data]);
    });

    it('is waited for on another machine until its lease has ended', async () => {
      const { desk, orderId, openSecond } = await openDying((forward) => forward());
      const elsewhere = { lease_owner: 'another-machine/1/x' };
      await desk.database.updateTable('invoice_creations').set(elsewhere).execute();
      const next = await openSecond();
      expect((await next.create({ orderId, ...taxInvoice }, 'a')).status).toBe(409);
      next.desk.pass(3 * 60_000);
      expect((await next.create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
      expect(next.creations()).toBe(0);
    });

    it('gets the same answer as the next one where it was only thought dead', async () => {
      const answers = Promise.withResolvers<void>();
      const arrived = Promise.withResolvers<void>();
      const { orderId, create, openSecond } = await openCreateApp({
        databaseUrl: await newUrl(),
        between: withFault(async () => {
          arrived.resolve();
          await answers.promise;
        }),
      });
      const slow = create({ orderId, ...taxInvoice }, 'a');
      await arrived.promise;
      const next = await openSecond();
      const taken = await next.create({ orderId, ...taxInvoice }, 'a');
      answers.resolve();
      expect([taken.status, (await slow).body]).toEqual([201, taken.body]);
      expect((await next.create({ orderId, ...taxInvoice }, 'a')).body).toEqual(taken.body);
    });
  },
);

describe.each(engines)('a proxy on $engine that is slow to read the order', ({ newUrl }) => {
  it('does not ask Salla any more once another one has taken over', async () => {
    const arrived = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    const { orderId, create, creations, openSecond } = await openCreateApp({
      databaseUrl: await newUrl(),
      between: (onward) => async (request) => {
        if (/\/orders\/\d+$/.test(request.url)) {
          arrived.resolve();
          await answers.promise;
        }
        return onward(request);
      },
    });
    const slow = create({ orderId, ...taxInvoice }, 'a');
    await arrived.promise;
    const next = await openSecond();
    const made = await next.create({ orderId, ...taxInvoice }, 'a');
    answers.resolve();
    expect([made.status, (await slow).status, creations()]).toEqual([201, 409, 0]);
    expect((await create({ orderId, ...taxInvoice }, 'a')).body).toEqual(made.body);
  });

  it('does not ask Salla after its time, though the one that took over is in the same process', async () => {
    const arrived = Promise.withResolvers<void>();
    const goesOn = Promise.withResolvers<void>();
    const asksSalla = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    let reads = 0;
    const { desk, orderId, create, creations } = await openCreateApp({
      databaseUrl: await newUrl(),
      between: (onward) => async (request) => {
        if (isCreation(request)) {
          asksSalla.resolve();
          await answers.promise;
        }
        if (!/\/orders\/\d+$/.test(request.url)) return onward(request);
        reads += 1;
        if (reads > 1) return onward(request);
        arrived.resolve();
        await goesOn.promise;
        return onward(request);
      },
    });
    const slow = create({ orderId, ...taxInvoice }, 'a');
    await arrived.promise;
    desk.pass(3 * 60_000 + 1);
    const next = create({ orderId, ...taxInvoice }, 'a');
    await asksSalla.promise;
    goesOn.resolve();
    expect((await slow).status).toBe(409);
    answers.resolve();
    expect([(await next).status, creations()]).toEqual([201, 1]);
  });

  it('does not ask Salla after its time, though nobody has taken over yet', async () => {
    let pass = () => {};
    const { desk, orderId, create, creations } = await openCreateApp({
      databaseUrl: await newUrl(),
      between: (onward) => async (request) => {
        if (/\/orders\/\d+$/.test(request.url)) pass();
        return onward(request);
      },
    });
    pass = () => desk.pass(3 * 60_000 + 1);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(409);
    expect(creations()).toBe(0);
    pass = () => {};
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
  });
});
