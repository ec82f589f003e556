import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSums, countsShippingDiscount } from './invoiceSums.ts';

const sar = (amount: number) => ({ amount, currency: 'SAR' });
const charge = (amount: number, taxable = true) => ({ ...sar(amount), taxable });

const invoice = {
  subTotal: sar(130),
  shipping: charge(23),
  cashOnDelivery: charge(0),
  discount: sar(0),
  shippingDiscount: null,
  tax: { percent: 15, amount: sar(22.95) },
  total: sar(175.95),
};

const addsUp = { outcome: 'adds_up' };

describe('the sum check of an invoice', () => {
  it('has subtotal, shipping and cash on delivery less the discount as its base', () => {
    expect(checkSums(invoice)).toEqual({ vat: addsUp, total: addsUp });
    const other = {
      ...invoice,
      cashOnDelivery: charge(10),
      discount: sar(63),
      tax: { percent: 15, amount: sar(15) },
      total: sar(115),
    };
    expect(checkSums(other)).toEqual({ vat: addsUp, total: addsUp });
  });

  it('excludes an untaxed charge from the VAT and includes it in the total', () => {
    const untaxed = {
      ...invoice,
      shipping: charge(23, false),
      tax: { percent: 15, amount: sar(19.5) },
      total: sar(172.5),
    };
    expect(checkSums(untaxed)).toEqual({ vat: addsUp, total: addsUp });
  });

  const free = {
    ...invoice,
    subTotal: sar(400),
    shipping: charge(30),
    shippingDiscount: sar(30),
    tax: { percent: 15, amount: sar(60) },
    total: sar(460),
  };

  it('subtracts the shipping discount from the base', () => {
    expect(checkSums(free)).toEqual({ vat: addsUp, total: addsUp });
    expect(countsShippingDiscount(free)).toBe(true);
    const untaxed = { ...free, shipping: charge(30, false) };
    expect(checkSums(untaxed)).toEqual({ vat: addsUp, total: addsUp });
    const wrong = checkSums({ ...free, total: sar(455) });
    expect(wrong.total).toMatchObject({ expected: sar(460), difference: sar(-5) });
  });

  it.each([
    ['the shipping', { shipping: charge(0) }],
    ['the discount', { discount: sar(30) }],
  ])('does not subtract it again if %s already has it', (_where, change) => {
    const contained = { ...free, ...change };
    expect(checkSums(contained)).toEqual({ vat: addsUp, total: addsUp });
    expect(countsShippingDiscount(contained)).toBe(false);
  });

  it('accepts 0 %', () => {
    const zero = { ...invoice, tax: { percent: 0, amount: sar(0) }, total: sar(153) };
    expect(checkSums(zero)).toEqual({ vat: addsUp, total: addsUp });
  });

  it('tolerates a difference of 0.01 and no more', () => {
    expect(checkSums({ ...invoice, total: sar(175.96) }).total).toEqual(addsUp);
    expect(checkSums({ ...invoice, total: sar(175.97) }).total).toEqual({
      outcome: 'differs',
      expected: sar(175.95),
      difference: sar(0.02),
    });
    expect(checkSums({ ...invoice, total: sar(175.93) }).total).toMatchObject({
      difference: sar(-0.02),
    });
  });

  it('reports a wrong VAT with the expected one, and checks the total with the stated VAT', () => {
    const wrong = { ...invoice, tax: { percent: 15, amount: sar(20) }, total: sar(173) };
    expect(checkSums(wrong)).toEqual({
      vat: { outcome: 'differs', expected: sar(22.95), difference: sar(-2.95) },
      total: addsUp,
    });
  });

  it('names missing amounts instead of treating them as zero', () => {
    const unknown = { outcome: 'unknown', missing: ['discount', 'tax'] };
    expect(checkSums({ ...invoice, tax: null, discount: null })).toEqual({
      vat: unknown,
      total: unknown,
    });
  });

  it('is unknown for two currencies', () => {
    const mixed = { ...invoice, discount: { amount: 1, currency: 'USD' } };
    expect(checkSums(mixed).total).toEqual({ outcome: 'unknown', missing: ['oneCurrency'] });
  });

  it('computes in minor units', () => {
    const kwd = (amount: number) => ({ amount, currency: 'KWD' });
    const dinars = {
      subTotal: kwd(10.005),
      shipping: { ...kwd(0), taxable: true },
      cashOnDelivery: { ...kwd(0), taxable: true },
      discount: kwd(0),
      shippingDiscount: null,
      tax: { percent: 5, amount: kwd(0.5) },
      total: kwd(10.505),
    };
    expect(checkSums(dinars)).toEqual({ vat: addsUp, total: addsUp });
  });

  it('accepts any invoice that was summed in halalas', () => {
    const halalas = fc.integer({ min: 0, max: 900_000_000 });
    fc.assert(
      fc.property(halalas, halalas, halalas, fc.boolean(), (goods, shipping, cash, taxable) => {
        const base = goods + (taxable ? shipping : 0) + cash;
        const vat = Math.round((base * 15) / 100);
        const checks = checkSums({
          subTotal: sar(goods / 100),
          shipping: charge(shipping / 100, taxable),
          cashOnDelivery: charge(cash / 100),
          discount: sar(0),
          shippingDiscount: null,
          tax: { percent: 15, amount: sar(vat / 100) },
          total: sar((goods + shipping + cash + vat) / 100),
        });
        expect(checks).toEqual({ vat: addsUp, total: addsUp });
      }),
    );
  });
});
