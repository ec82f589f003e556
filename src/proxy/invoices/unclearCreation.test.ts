import { describe, expect, it } from 'vitest';
import type { TransportAnswer, TransportRequest } from '../salla/client/transport.ts';
import { creating, lost, taxInvoice, withFault } from '../testing/createFaults.ts';
import { contents, formOf, isCreation, openCreateApp } from '../testing/createInvoice.ts';

const creditNote = { type: 'credit_note', ...contents.url };

function isList({ method, url }: Pick<TransportRequest, 'method' | 'url'>): boolean {
  return method === 'GET' && url.includes('/orders/invoices?');
}

/** Salla makes the first invoice, its answer gets lost, and its list is as `seen` has it until told otherwise. */
async function openLost(seen: (list: TransportAnswer) => TransportAnswer) {
  let calls = 0;
  let shown = seen;
  const opened = await openCreateApp({
    between: (onward) => async (request) => {
      const answer = await onward(request);
      if (isCreation(request)) calls += 1;
      if (isCreation(request) && calls === 1) throw lost;
      return isList(request) && calls > 0 ? shown(answer) : answer;
    },
  });
  const showAll = () => {
    shown = (list) => list;
  };
  return { ...opened, showAll };
}

const without = (list: TransportAnswer): TransportAnswer => {
  return { ...list, body: JSON.stringify({ ...JSON.parse(String(list.body)), data: [] }) };
};
const unreadable = (list: TransportAnswer): TransportAnswer => {
  return { ...list, body: String(list.body).replaceAll('"Tax Invoice"', '"فاتورة"') };
};
const broken = (): TransportAnswer => ({ status: 503, headers: {}, body: '<html>' });

describe('an invoice whose call was lost', () => {
  it('may have been made as long as Salla refuses another one and its list shows none', async () => {
    const { orderId, create, creations, showAll } = await openLost(without);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    const again = await create({ orderId, ...taxInvoice }, 'a');
    expect([again.status, creations()]).toEqual([502, 2]);
    expect(again.body.detail).toContain('may have been made');
    showAll();
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
    expect(creations()).toBe(2);
  });

  it('may have been made where Salla refuses it now and can’t tell of the order’s', async () => {
    let lists: (list: TransportAnswer) => TransportAnswer = without;
    const { desk, orderId, create, showAll } = await openLost((list) => lists(list));
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    desk.sandbox.setIssuance('salla');
    let looks = 0;
    lists = (list) => {
      looks += 1;
      return looks === 1 ? without(list) : broken();
    };
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    showAll();
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
  });

  it('is found under a label of no type where it is as it was asked for', async () => {
    const { orders, create, upload, creations } = await openLost(unreadable);
    const [one = 0, other = 0] = orders.free;
    expect((await create({ orderId: one, ...taxInvoice }, 'a')).status).toBe(201);
    const next = await openLost(unreadable);
    const form = formOf({ orderId: other, type: 'tax_invoice', dataType: 'file' });
    expect((await upload(form, 'b')).status).toBe(201);
    const unsure = await next.upload(form, 'b');
    expect([unsure.status, Object.keys(unsure.body.fields)]).toEqual([422, ['type']]);
    expect(unsure.body.fields.type[0]).toContain('not certain');
    expect([creations(), next.creations()]).toEqual([2, 1]);
  });

  it('is found by its total where the list leaves its number out', async () => {
    const { orderId, create, creations } = await openLost((list) => {
      return { ...list, body: String(list.body).replaceAll('"invoice_number"', '"left_out"') };
    });
    const asked = { orderId, type: 'tax_invoice', ...contents.data };
    const { status, body } = await create(asked, 'a');
    expect([status, body.data.number, creations()]).toEqual([201, null, 1]);
  });

  it('is not given up because the next call is not decided', async () => {
    const { desk, orderId, create } = await openLost(without);
    await create({ orderId, ...taxInvoice }, 'a');
    const reading = { method: 'GET', path: `/admin/v2/orders/${orderId}` };
    for (const fault of [creating, reading]) {
      desk.sandbox.setFaults([{ ...fault, answer: '429', ms: 20_000, times: 1 }]);
      const { status, headers, body } = await create({ orderId, ...taxInvoice }, 'a');
      expect([status, headers.get('Retry-After')]).toEqual([502, '20']);
      expect(body.detail).toContain('may have been made');
      desk.pass(20_000);
    }
  });

  it('shows how the store issues invoices once it is found', async () => {
    const { orderId, create, issuance } = await openLost((list) => list);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
    expect(await issuance()).toBe('custom');
  });

  it('is looked for with an end to it', async () => {
    const looks: unknown[] = [];
    let isLost = false;
    const { orderId, create } = await openCreateApp({
      between: (onward) => async (request) => {
        if (isCreation(request)) {
          isLost = true;
          throw lost;
        }
        if (isLost) looks.push(request.signal);
        return onward(request);
      },
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    expect(looks).toEqual([expect.any(AbortSignal)]);
  });

  it('is told of without a key in words that fit', async () => {
    const { orderId, create } = await openCreateApp({ between: withFault(() => lost) });
    const { body } = await create({ orderId, ...taxInvoice });
    expect(body.detail).toContain('Look at the order’s invoices before');
    expect(body.detail).not.toContain('Idempotency-Key');
  });
});

describe('a refusal that names no field', () => {
  const words = 'the order has one already';
  /** Salla refuses each creation with this body; `isMade`: after it made the invoice. */
  const openRefusing = (body: unknown, { isMade = false, status = 422 } = {}) =>
    openCreateApp({
      between: (onward) => async (request) => {
        if (!isCreation(request)) return onward(request);
        if (isMade) await onward(request);
        return { status, headers: {}, body: JSON.stringify(body) };
      },
    });
  const bodies = [
    { success: false, error: 'made_up_code', message: words },
    { success: false, error: { code: 422, message: words } },
    { error: words },
  ];

  it.each(bodies)('is told in Salla’s words where the order has none: %j', async (body) => {
    const { orderId, create, creations } = await openRefusing(body);
    for (const key of ['a', 'a', null]) {
      const refused = await create({ orderId, ...taxInvoice }, key);
      expect([refused.status, refused.body.code, refused.body.fields]).toEqual([
        422,
        'invalid_fields',
        undefined,
      ]);
      expect(refused.body.sallaMessage).toBe(words);
      expect(refused.body.detail).toContain(words);
      expect(refused.body.detail).not.toContain('fields named here');
    }
    expect(creations()).toBe(3);
  });

  it.each(bodies)('says that the order has one where it has: %j', async (body) => {
    const { orders, create } = await openRefusing(body);
    const refused = await create({ orderId: orders.invoiced[0], ...taxInvoice }, 'a');
    expect([refused.status, refused.body.fields]).toEqual([
      422,
      { type: [expect.stringContaining('has a tax invoice already'), `Salla said: “${words}”`] },
    ]);
  });

  it('is none where the invoice was made all the same', async () => {
    const { orderId, create } = await openRefusing(bodies[0], { isMade: true });
    const made = await create({ orderId, ...taxInvoice }, 'a');
    expect([made.status, made.body.data.orderId]).toEqual([201, orderId]);
  });

  it('leaves open what became of a call before it that was lost', async () => {
    let turn = 0;
    const { orderId, create } = await openCreateApp({
      between: (onward) => async (request) => {
        if (!isCreation(request)) return onward(request);
        turn += 1;
        if (turn === 1) throw lost;
        return { status: 422, headers: {}, body: JSON.stringify(bodies[0]) };
      },
    });
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(502);
  });

  it.each([
    { message: 'not valid', errors: { total: ['wrong'], invoice_number: ['taken'] } },
    { success: false, error: { fields: { total: ['wrong'], invoice_number: ['taken'] } } },
  ])('or at a 200, names its fields where it has some: %j', async (body) => {
    for (const status of 'success' in body ? [200, 422] : [422]) {
      const { orderId, create } = await openRefusing(body, { status });
      const data = { orderId, type: 'tax_invoice', ...contents.data };
      const refused = await create(data, 'a');
      expect([refused.status, refused.body.fields]).toEqual([
        422,
        { total: ['wrong'], invoiceNumber: ['taken'] },
      ]);
    }
  });
});

describe('somebody else’s invoice', () => {
  /** While this call gets lost, and nothing is made of it, others are made. */
  async function openBeside(...others: readonly (() => unknown)[]) {
    let turn = 0;
    return openCreateApp({
      between: (onward) => async (request) => {
        if (!isCreation(request)) return onward(request);
        turn += 1;
        if (turn > 1) return onward(request);
        for (const other of others) await other();
        throw lost;
      },
    });
  }

  const mine = {
    url: { dataType: 'url', url: 'https://mine.example/mine.pdf' },
    data: { ...contents.data, total: 150.09 },
  };

  it.each([
    ['another address', mine.url, contents.url],
    ['an address in place of amounts', mine.data, contents.url],
    ['another total', mine.data, contents.data],
    ['another number', { ...contents.data, invoiceNumber: 'M-1' }, contents.data],
  ])('is not told as the one that was asked for: %s', async (_what, asked, other) => {
    const opened = await openBeside(() =>
      opened.create({ orderId: opened.orderId, type: 'tax_invoice', ...other }),
    );
    const { orderId, create, creations } = opened;
    const body = { orderId, type: 'tax_invoice', ...asked };
    const first = await create(body, 'a');
    expect([first.status, Object.keys(first.body.fields)]).toEqual([422, ['type']]);
    expect(first.body.fields.type[0]).toContain('not certain');
    const arabic = await create(body, 'a', { 'Accept-Language': 'ar' });
    expect([arabic.status, arabic.body.fields.type[0]]).toEqual([
      422,
      expect.stringMatching(/مؤكد/),
    ]);
    expect(creations()).toBe(2);
  });

  it('is known by the answer that they had, where a list tells nothing of it', async () => {
    const file = (orderId: number) => formOf({ orderId, type: 'tax_invoice', dataType: 'file' });
    const opened = await openBeside(() => opened.upload(file(opened.orderId), 'colleague'));
    expect((await opened.upload(file(opened.orderId), 'a')).status).toBe(422);
  });

  it('of another type is not taken for it, be it the same otherwise', async () => {
    const opened = await openBeside(
      () => opened.create({ orderId, type: 'tax_invoice', ...contents.data }),
      () => opened.create({ orderId, ...creditNote }),
    );
    const { orderId, create } = opened;
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(422);
  });

  it('that was made first stays the reason of a refusal', async () => {
    const { orderId, create } = await openCreateApp({
      between: withFault(
        async () => expect((await create({ orderId, ...taxInvoice }, 'b')).status).toBe(201),
        () => null,
      ),
    });
    const refused = await create({ orderId, ...taxInvoice }, 'a');
    expect([refused.status, refused.body.fields.type]).toEqual([
      422,
      [expect.stringMatching(/سابقا/)],
    ]);
  });
});

describe('what can’t be written down after the call', () => {
  it('leaves the invoice made', async () => {
    const { desk, orders, create } = await openCreateApp();
    await desk.database.schema.alterTable('stores').renameColumn('issuance', 'gone').execute();
    await desk.database.schema.alterTable('deliveries').renameTo('gone').execute();
    for (const [at, key] of ['a', null].entries()) {
      const { status, body } = await create({ orderId: orders.free[at], ...taxInvoice }, key);
      expect([status, body.data.type]).toEqual([201, 'tax_invoice']);
    }
    expect((await create({ orderId: orders.free[0], ...taxInvoice }, 'a')).status).toBe(201);
  });

  it('leaves the invoice made, and to be found, where its own row is gone', async () => {
    const opened = await openCreateApp({
      between: (onward) => async (request) => {
        const answer = await onward(request);
        if (isCreation(request)) {
          const { schema } = opened.desk.database;
          await schema.alterTable('invoice_creations').renameColumn('answer', 'gone').execute();
        }
        return answer;
      },
    });
    const { orderId, create } = opened;
    expect((await create({ orderId, ...taxInvoice }, 'a')).status).toBe(201);
  });
});
