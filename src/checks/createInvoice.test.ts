import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInvoiceIn, pdfHeadBytes } from '../contract/createInvoice.ts';
import { type OrderFacts, readCreateRequest, refuse } from '../sandbox/rules.ts';
import { anyBody, type Body } from './createBodies.ts';
import { stricterThanSalla } from './stricterThanSalla.ts';

const sallaNames: Readonly<Record<string, string>> = {
  orderId: 'order_id',
  type: 'type',
  dataType: 'data_type',
  invoiceNumber: 'invoice_number',
  subTotal: 'sub_total',
  shippingCost: 'shipping_cost',
  cashOnDeliveryCost: 'cash_on_delivery_cost',
  tax: 'tax',
  taxValue: 'tax_value',
  total: 'total',
  url: 'url',
  file: 'file',
};
const ourNames = Object.fromEntries(
  Object.entries(sallaNames).map(([ours, salla]) => [salla, ours]),
);

/** The body in Salla's names and without any other, its text without the space around it, as the proxy sends it. */
function asSalla(body: Body): Body {
  const entries = Object.entries(sallaNames).map(([ours, salla]) => {
    const value = body[ours];
    return [salla, typeof value === 'string' ? value.trim() : value] as const;
  });
  return Object.fromEntries(entries);
}

/** The contract judges a file by its size and its head. */
function asJudged({ file, ...body }: Body): Body {
  if (!(file instanceof Uint8Array)) return { ...body, ...(file === undefined ? {} : { file }) };
  return { ...body, file: { size: file.length, head: file.subarray(0, pdfHeadBytes) } };
}

const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

/** By how many decimals the currency has: none (JPY), two (SAR), three (KWD). */
const contracts = { 0: createInvoiceIn(0), 2: createInvoiceIn(2), 3: createInvoiceIn(3) };
type Digits = keyof typeof contracts;

/** The fields that the contract refuses, in a currency with so many decimals. */
function refusedByContract(body: Body, digits: Digits): string[] {
  const { error } = contracts[digits].safeParse(asJudged(body));
  return sorted((error?.issues ?? []).map(({ path }) => String(path[0])));
}

/** A store that has every order, and in which nothing stands in the way of a request that is whole. */
function factsFor(request: Parameters<typeof refuse>[0]): OrderFacts {
  const corrected = { kind: 'tax_invoice', isDocument: false } as const;
  return {
    issuance: request.content.dataType === 'order' ? 'salla' : 'custom',
    invoices: request.kind === 'credit_note' ? [corrected] : [],
    numberIsTaken: () => false,
  };
}

/** The fields that the sandbox refuses, in our names. */
function refusedBySandbox(body: Body): string[] {
  const read = readCreateRequest(asSalla(body));
  const refusal =
    read.outcome === 'refused' ? read.fields : (refuse(read.request, factsFor(read.request)) ?? {});
  return sorted(Object.keys(refusal).map((name) => ourNames[name] ?? name));
}

describe('what is asked for to create an invoice', () => {
  it('is refused by the contract where Salla refuses it, where we say that we are stricter, and nowhere else', () => {
    fc.assert(
      fc.property(anyBody, fc.constantFrom<Digits[]>(0, 2, 3), (body, digits) => {
        const stricter = stricterThanSalla.flatMap((rule) => rule.refuses(body, digits));
        expect(refusedByContract(body, digits)).toEqual(
          sorted([...refusedBySandbox(body), ...stricter]),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('is tried with enough: each kind of invoice is taken, each field refused, each rule of ours met', () => {
    const tried = fc.sample(anyBody, { numRuns: 5000, seed: 1 });
    const taken = tried.filter((body) => refusedByContract(body, 2).length === 0);
    expect(sorted(taken.map(({ type, dataType }) => `${dataType} ${type}`))).toHaveLength(8);
    for (const refused of [refusedBySandbox, (body: Body) => refusedByContract(body, 2)]) {
      expect(sorted(tried.flatMap(refused))).toHaveLength(12);
    }
    const alone = stricterThanSalla.filter((rule) =>
      tried.some((body) => {
        const salla = refusedBySandbox(body);
        return rule.refuses(body, 2).some((name) => !salla.includes(name));
      }),
    );
    expect(alone).toEqual(stricterThanSalla);
  });
});
