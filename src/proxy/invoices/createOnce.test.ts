import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SallaTransport, type TransportAnswer, TransportError } from '../salla/transport.ts';
import { contents, formOf, isCreation, openCreating, pdf } from './create.testSupport.ts';

const newFile = () => `sqlite:${join(mkdtempSync(join(tmpdir(), 'desk-')), 'desk.db')}`;
const creating = { method: 'POST', path: '/admin/v2/orders/invoices' } as const;
const taxInvoice = { type: 'tax_invoice', ...contents.url };

/** Has each creation of an invoice treated by the next of these, the last one as often as is needed. */
function treating(
  ...treatments: readonly ((forward: () => Promise<TransportAnswer>) => unknown)[]
) {
  let turn = 0;
  return (onward: SallaTransport): SallaTransport =>
    async (request) => {
      if (!isCreation(request)) return onward(request);
      const treat = treatments[Math.min(turn, treatments.length - 1)];
      turn += 1;
      const error = await treat?.(() => onward(request));
      if (error instanceof Error) throw error;
      return onward(request);
    };
}

const lost = new TransportError({ method: 'POST', url: 'http://salla.test/' }, 'reset', true);
const unopened = new TransportError(
  { method: 'POST', url: 'http://salla.test/' },
  'connect',
  false,
);

describe('the same request under the same key', () => {
  it('gets the first one’s result, and Salla is asked once', async () => {
    const { orderId, create, creations, invoicesOf } = await openCreating();
    const first = await create({ orderId, ...taxInvoice }, 'a');
    const second = await create({ orderId, ...taxInvoice }, 'a');
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(creations()).toBe(1);
    expect(await invoicesOf(orderId)).toHaveLength(1);
  });

  it('gets it for a file as well, and for the same words in another order', async () => {
    const { orderId, create, upload, creations, orders } = await openCreating();
    const fields = { orderId, type: 'tax_invoice', dataType: 'file' };
    const first = await upload(formOf(fields), 'a');
    expect((await upload(formOf(fields), 'a')).body).toEqual(first.body);
    const [, otherId] = orders.free;
    const one = await create({ orderId: otherId, ...taxInvoice }, 'b');
    const same = { ...contents.url, unknown: 1, type: 'tax_invoice', orderId: otherId };
    expect((await create(same, 'b')).body).toEqual(one.body);
    expect(creations()).toBe(2);
  });

  it('waits for the one that is under way', async () => {
    const answers = Promise.withResolvers<void>();
    const { orderId, create, creations } = await openCreating({
      between: treating(() => answers.promise),
      whileWaiting: async () => answers.resolve(),
    });
    const asked = [1, 2, 3].map(() => create({ orderId, ...taxInvoice }, 'a'));
    const [first, ...rest] = await Promise.all(asked);
    expect(first?.status).toBe(201);
    for (const one of rest) expect([one.status, one.body]).toEqual([201, first?.body]);
    expect(creations()).toBe(1);
  });

  it('is told to ask again where the one under way takes too long', async () => {
    const arrived = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    const { orderId, create } = await openCreating({
      between: treating(() => {
        arrived.resolve();
        return answers.promise;
      }),
    });
    const first = create({ orderId, ...taxInvoice }, 'a');
    await arrived.promise;
    const second = await create({ orderId, ...taxInvoice }, 'a');
    expect([second.status, second.body.code]).toEqual([504, 'salla_timeout']);
    expect(second.body.detail).toContain('still being made');
    answers.resolve();
    expect((await create({ orderId, ...taxInvoice }, 'a')).body).toEqual((await first).body);
  });

  it('gets Salla’s refusal again, whatever has changed since', async () => {
    const { desk, orderId, create, creations } = await openCreating();
    desk.sandbox.setIssuance('salla');
    const first = await create({ orderId, ...taxInvoice }, 'a');
    desk.sandbox.setIssuance('custom');
    const second = await create({ orderId, ...taxInvoice }, 'a');
    expect([first.status, second.status]).toEqual([422, 422]);
    expect(second.body.fields).toEqual(first.body.fields);
    expect(creations()).toBe(1);
  });

  it('is looked into anew after a refusal of ours', async () => {
    const { orderId, create } = await openCreating();
    const creditNote = { orderId, ...contents.url, type: 'credit_note' };
    expect((await create(creditNote, 'a')).status).toBe(422);
    await create({ orderId, ...taxInvoice });
    expect((await create(creditNote, 'a')).status).toBe(201);
  });

  it('gets the first one’s result from the next proxy', async () => {
    const databaseUrl = newFile();
    const { orderId, create, openSecond } = await openCreating({ databaseUrl });
    const first = await create({ orderId, ...taxInvoice }, 'a');
    const later = await openSecond();
    expect((await later.create({ orderId, ...taxInvoice }, 'a')).body).toEqual(first.body);
    expect(later.creations()).toBe(0);
  });

  it('is another one after a day', async () => {
    const { desk, orderId, create } = await openCreating();
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
});

describe('another request under the same key', () => {
  it.each([
    ['another type', { type: 'credit_note', ...contents.url }],
    ['another address', { ...taxInvoice, url: 'https://files.example.com/2.pdf' }],
    ['another data type', { type: 'tax_invoice', ...contents.order }],
  ])('is refused: %s', async (_what, other) => {
    const { orderId, create, creations } = await openCreating();
    await create({ orderId, ...taxInvoice }, 'a');
    const { status, body } = await create({ orderId, ...other }, 'a');
    expect([status, body.code]).toEqual([409, 'conflict']);
    expect(body.detail).toContain('Idempotency-Key');
    expect(creations()).toBe(1);
  });

  it('is refused: another file', async () => {
    const { orderId, upload } = await openCreating();
    const fields = { orderId, type: 'tax_invoice', dataType: 'file' };
    await upload(formOf(fields), 'a');
    const other = formOf(fields, Buffer.concat([pdf, Buffer.from('!')]));
    expect((await upload(other, 'a')).status).toBe(409);
  });

  it('is another store’s own where it comes from there', async () => {
    const { desk, orderId, create } = await openCreating();
    await create({ orderId, ...taxInvoice }, 'a');
    await desk.database
      .insertInto('stores')
      .values({ id: 7, name: null, connected_at: 0 })
      .execute();
    await desk.database.updateTable('invoice_creations').set({ store_id: 7 }).execute();
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(422);
  });
});

describe('where Salla’s answer is lost', () => {
  const faults = ['reset', '500', 'hang'] as const;

  it.each(faults.flatMap((fault) => [[fault, 'a'] as const, [fault, null] as const]))(
    'after it made the invoice (%s, key %s), the invoice is found',
    async (answer, key) => {
      const { desk, orderId, create, creations, invoicesOf } = await openCreating({
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
      const { desk, orderId, create, creations, invoicesOf } = await openCreating({
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
    const { orderId, create, creations, invoicesOf } = await openCreating({
      between: treating((forward) => {
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
    const { orderId, create, creations, invoicesOf } = await openCreating({
      between: treating(
        () => lost,
        (forward) => forward(),
      ),
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    const again = await create({ orderId, ...taxInvoice }, 'a');
    expect([again.status, creations()]).toEqual([201, 2]);
    expect(await invoicesOf(orderId)).toEqual([again.body.data]);
  });

  it('an invoice of the order that was there before is not taken for it', async () => {
    const { desk, orders, create, openSecond } = await openCreating({ databaseUrl: newFile() });
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
  });

  it('and Salla can’t tell of the order’s invoices, nothing is claimed', async () => {
    const { desk, orderId, create } = await openCreating({
      between: treating(async (forward) => {
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

describe('a proxy that dies while Salla makes the invoice', () => {
  async function openDying(treat: (forward: () => Promise<unknown>) => Promise<unknown>) {
    const arrived = Promise.withResolvers<void>();
    const never = new Promise<never>(() => {});
    const opened = await openCreating({
      databaseUrl: newFile(),
      between: treating(async (forward) => {
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
    expect((await next.create({ orderId, ...taxInvoice }, 'a')).status).toBe(504);
    next.desk.pass(3 * 60_000);
    expect((await next.create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
    expect(next.creations()).toBe(0);
  });

  it('gets the same answer as the next one where it was only thought dead', async () => {
    const answers = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const { orderId, create, openSecond } = await openCreating({
      databaseUrl: newFile(),
      between: treating(async () => {
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
});

describe('a proxy that is slow to read the order', () => {
  it('does not ask Salla any more once another one has taken over', async () => {
    const arrived = Promise.withResolvers<void>();
    const answers = Promise.withResolvers<void>();
    const { orderId, create, creations, openSecond } = await openCreating({
      databaseUrl: newFile(),
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
    expect([made.status, (await slow).status, creations()]).toEqual([201, 504, 0]);
    expect((await create({ orderId, ...taxInvoice }, 'a')).body).toEqual(made.body);
  });
});

describe('what Salla certainly did not decide', () => {
  it.each([
    ['429', 429, 'rate_limited'],
    ['503', 502, 'salla_unavailable'],
    ['404', 422, 'invalid_fields'],
  ] as const)('(%s) is told at once, and the key is free again', async (answer, status, code) => {
    const { desk, orderId, create, creations } = await openCreating();
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
    const { orderId, create } = await openCreating({
      between: treating(
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
    const { desk, orderId, create, creations } = await openCreating();
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
    const { desk, orderId, create } = await openCreating();
    await desk.vault.markRevoked(1305146709);
    const refused = await create({ orderId, ...taxInvoice }, 'a');
    expect([refused.status, refused.body.code]).toEqual([409, 'reconnect_store']);
    await desk.sandbox.install();
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
  });

  it('after a lost call, is still looked for the next time', async () => {
    const { desk, orderId, create, creations } = await openCreating({
      between: treating(
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
