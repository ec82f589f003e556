import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CreatableType } from '../contract/invoiceTypes.ts';
import { contents, openCreateApp } from '../proxy/testing/createInvoice.ts';

type Creating = Awaited<ReturnType<typeof openCreateApp>>;
type DataType = keyof typeof contents;
type Kind = readonly [CreatableType, DataType];

/** What an order has: issued by Salla, or PDFs from elsewhere. */
const states: readonly [string, readonly Kind[]][] = [
  ['nothing', []],
  ['a tax invoice', [['tax_invoice', 'order']]],
  ['a PDF for a tax invoice', [['tax_invoice', 'url']]],
  [
    'both invoices',
    [
      ['tax_invoice', 'order'],
      ['credit_note', 'order'],
    ],
  ],
  [
    'PDFs for both invoices',
    [
      ['tax_invoice', 'url'],
      ['credit_note', 'url'],
    ],
  ],
];

const kinds = (['order', 'data', 'url'] as const).flatMap((dataType): Kind[] => [
  ['tax_invoice', dataType],
  ['credit_note', dataType],
]);

const { data, url } = contents;
const sallaContents = {
  order: {},
  data: {
    invoice_number: data.invoiceNumber,
    sub_total: data.subTotal,
    shipping_cost: data.shippingCost,
    cash_on_delivery_cost: data.cashOnDeliveryCost,
    tax: data.tax,
    tax_value: data.taxValue,
    total: data.total,
  },
  url: { url: url.url },
};

const Refused = z.object({ error: z.object({ fields: z.record(z.string(), z.unknown()) }) });

/** Asks Salla itself; the fields that it refuses. */
async function askSalla({ desk, orderId }: Creating, [type, dataType]: Kind): Promise<string[]> {
  const { sandbox } = desk;
  sandbox.setIssuance(dataType === 'order' ? 'salla' : 'custom');
  const answer = await sandbox.fetch(
    new Request('http://salla.test/admin/v2/orders/invoices', {
      method: 'POST',
      headers: { Authorization: `Bearer ${sandbox.issueTokens().access_token}` },
      body: JSON.stringify({
        order_id: orderId,
        type,
        data_type: dataType,
        ...sallaContents[dataType],
      }),
    }),
  );
  return answer.ok ? [] : Object.keys(Refused.parse(await answer.json()).error.fields);
}

/** Asks the proxy; the fields that it refuses, by itself or because Salla does. */
async function askProxy(
  { desk, orderId, create }: Creating,
  [type, dataType]: Kind,
): Promise<string[]> {
  desk.sandbox.setIssuance(dataType === 'order' ? 'salla' : 'custom');
  const { status, body } = await create({ orderId, type, ...contents[dataType] });
  return status === 201 ? [] : Object.keys(body.fields);
}

async function bring(creating: Creating, state: readonly Kind[]): Promise<void> {
  const { sandbox } = creating.desk;
  sandbox.reset();
  sandbox.setRequestsPerMinute(100_000);
  for (const kind of state) expect(await askSalla(creating, kind)).toEqual([]);
}

describe('an invoice for an order that has', () => {
  it.each(states)('%s is refused by the proxy where Salla refuses it', async (_what, state) => {
    const creating = await openCreateApp();
    for (const kind of kinds) {
      await bring(creating, state);
      const bySalla = await askSalla(creating, kind);
      await bring(creating, state);
      const askedBefore = creating.creations();
      const byProxy = await askProxy(creating, kind);
      const asked = creating.creations() - askedBefore;

      // What stands in a credit note's way is its type with us, and then Salla is not asked in vain.
      const isCreditNote = kind[0] === 'credit_note';
      const expected = isCreditNote ? bySalla.map(() => 'type') : bySalla;
      const isAsked = !isCreditNote || bySalla.length === 0;
      expect({ kind, byProxy, asked }).toEqual({ kind, byProxy: expected, asked: Number(isAsked) });
    }
  });
});
