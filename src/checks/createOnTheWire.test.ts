import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CreateInvoice, pdfHeadBytes } from '../contract/createInvoice.ts';
import { createBody } from '../proxy/salla/client/createBody.ts';
import type { NewInvoice } from '../proxy/salla/client/types.ts';
import { type OpenedSandbox, openSandbox } from '../sandbox/testing/openSandbox.ts';
import { anyBody, type Body } from './createBodies.ts';

const Money = z.object({ amount: z.number() });
const Answer = z.object({
  data: z.object({
    order_id: z.number(),
    type: z.string(),
    invoice_number: z.string().optional(),
    sub_total: Money.optional(),
    shipping_cost: Money.optional(),
    cod_cost: Money.optional(),
    tax: z.object({ percent: z.number(), amount: Money }).optional(),
    total: Money.optional(),
    url: z.string().optional(),
  }),
});
type Created = z.infer<typeof Answer>['data'];

const typeNames = {
  tax_invoice: /^Tax Invoice$/,
  credit_note: /^(Credit Note|إشعار دائن|فاتورة مسترجع)$/,
};

/** An invoice that the contract takes, its file with all bytes, as the proxy has it when it calls Salla. */
function newInvoice(body: Body): NewInvoice | null {
  const { file } = body;
  const bytes = file instanceof Uint8Array ? file : new Uint8Array();
  const judged = { size: bytes.length, head: bytes.subarray(0, pdfHeadBytes) };
  const { data } = CreateInvoice.safeParse({ ...body, file: judged });
  if (data?.dataType !== 'file') return data ?? null;
  const half = bytes.length >> 1;
  const chunks = [bytes.subarray(0, half), bytes.subarray(half)];
  return { ...data, file: { chunks, size: bytes.length } };
}

/** An order that lacks this invoice alone. */
async function orderFor({ invoices, orders }: OpenedSandbox, type: NewInvoice['type']) {
  const wanted = type === 'tax_invoice' ? [] : ['Tax Invoice'];
  for (const { id } of (await orders('?per_page=60')).data) {
    const { data } = await invoices(`?order_id=${id}`);
    if (data.map((row) => row.type).join() === wanted.join()) return id;
  }
  throw new Error(`no order lacks a ${type} alone`);
}

async function create(salla: OpenedSandbox, invoice: NewInvoice): Promise<Created> {
  const { type, content } = createBody(invoice, 'a-boundary-of-the-test');
  const body = typeof content === 'string' ? content : Buffer.concat(content.chunks);
  const headers = { 'Content-Type': type };
  const answer = await salla.json('/admin/v2/orders/invoices', { method: 'POST', headers, body });
  return Answer.parse(answer).data;
}

function amountsOf({ sub_total, shipping_cost, cod_cost, tax, total }: Created) {
  const amounts = [sub_total, shipping_cost, cod_cost].map((money) => money?.amount);
  return [...amounts, tax?.percent, tax?.amount.amount, total?.amount];
}

describe('an invoice that the contract takes', () => {
  it('reaches Salla as it was asked for, whatever it is made from', async () => {
    const salla = openSandbox();
    const orders = {
      tax_invoice: await orderFor(salla, 'tax_invoice'),
      credit_note: await orderFor(salla, 'credit_note'),
    };
    const taken = anyBody.map(newInvoice).filter((invoice) => invoice !== null);
    const property = fc.asyncProperty(taken, async (wanted) => {
      salla.sandbox.reset();
      salla.sandbox.setRequestsPerMinute(100_000);
      salla.sandbox.setIssuance(wanted.dataType === 'order' ? 'salla' : 'custom');
      const invoice = { ...wanted, orderId: orders[wanted.type] };
      const made = await create(salla, invoice);
      expect(made.order_id).toBe(invoice.orderId);
      expect(made.type).toMatch(typeNames[invoice.type]);
      if (invoice.dataType === 'url') expect(made.url).toBe(invoice.url);
      if (invoice.dataType === 'file') {
        const served = await salla.call(new URL(made.url ?? '').pathname);
        const bytes = Buffer.concat(invoice.file.chunks);
        expect(bytes.equals(await served.bytes())).toBe(true);
      }
      if (invoice.dataType === 'data') {
        // As JSON, which has one zero.
        expect(JSON.stringify(amountsOf(made))).toBe(
          JSON.stringify([
            invoice.subTotal,
            invoice.shippingCost,
            invoice.cashOnDeliveryCost,
            invoice.tax,
            invoice.taxValue,
            invoice.total,
          ]),
        );
        expect(made.invoice_number).toBe(invoice.invoiceNumber);
      }
    });
    await fc.assert(property, { numRuns: 100 });
  }, 30_000);
});
