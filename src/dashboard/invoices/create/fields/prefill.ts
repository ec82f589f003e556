import type { Charge, Money, Tax } from '../../../../contract/common.ts';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import { checkSums } from '../../invoiceSums.ts';
import { fromMinorUnits, toMinorUnits } from '../../minorUnits.ts';
import type { CreateFormValues } from '../createForm.ts';
import { type AmountField, amountFields } from './amountFields.ts';
import { amountText, percentText } from './amountText.ts';
import { currencyOf } from './currencyOf.ts';

interface Amounts {
  subTotal: Money | null;
  shipping: Charge | null;
  cashOnDelivery: Charge | null;
  discount: Money | null;
  tax: Tax | null;
  total: Money | null;
}

export interface Prefill {
  /** Whose amounts they are. */
  from: 'order' | 'invoice';
  texts: Partial<Pick<CreateFormValues, AmountField>>;
  /** What the subtotal is less by, for the form asks for no discount; null where there is none. */
  discount: Money | null;
}

/** The amounts to begin with, as typed text. What nobody said stays out: an empty field is honest, a 0 is not. */
export function prefill(order: Order, source: Invoice | null): Partial<CreateFormValues> {
  return readPrefill(order, source).texts;
}

/** The same, and where they come from. `source` is the tax invoice that a credit note corrects. */
export function readPrefill(order: Order, source: Invoice | null): Prefill {
  const currency = currencyOf(order);
  const corrected = source !== null && saysAmounts(source) ? source : null;
  const said: Amounts = corrected ?? { ...order.amounts, discount: null };
  const discount = discountIn(said);
  const text = (money: Money | null) =>
    money !== null && money.currency === currency && money.amount >= 0
      ? amountText(money.amount, currencyDigits(currency))
      : null;
  const { shipping, cashOnDelivery, tax, total } = said;
  const texts = {
    subTotal: text(less(said.subTotal, discount)),
    shippingCost: text(shipping),
    cashOnDeliveryCost: text(cashOnDelivery),
    tax: tax === null ? null : percentText(tax.percent),
    taxValue: text(tax?.amount ?? null),
    total: text(total),
  };
  return { from: corrected === null ? 'order' : 'invoice', discount, texts: withoutNulls(texts) };
}

/** An invoice that was made from a PDF says none. */
function saysAmounts({ subTotal, total }: Amounts): boolean {
  return subTotal !== null && total !== null;
}

/**
 * What was taken off: what the invoice names, where its total counts it; an order names none, and there a gap
 * between its amounts and its total is one where the VAT was worked out without it as well.
 */
function discountIn(amounts: Amounts): Money | null {
  const { subTotal, shipping, cashOnDelivery, tax, total } = amounts;
  if (!subTotal || !shipping || !cashOnDelivery || !tax || !total) return null;
  const { currency } = total;
  const without = checkSums({ ...amounts, discount: { amount: 0, currency } });
  if (without.total.outcome !== 'differs') return null;
  const gap = fromMinorUnits(-toMinorUnits(without.total.difference), currency);
  const named = amounts.discount ?? gap;
  const { vat, total: sum } = checkSums({ ...amounts, discount: named });
  const fits =
    sum.outcome === 'adds_up' && (amounts.discount !== null || vat.outcome === 'adds_up');
  return fits && named.amount > 0 && named.amount <= subTotal.amount ? named : null;
}

function less(money: Money | null, discount: Money | null): Money | null {
  if (money === null || discount === null) return money;
  return fromMinorUnits(toMinorUnits(money) - toMinorUnits(discount), money.currency);
}

function withoutNulls(texts: Record<AmountField, string | null>): Prefill['texts'] {
  const present: Prefill['texts'] = {};
  for (const name of amountFields) {
    const text = texts[name];
    if (text !== null) present[name] = text;
  }
  return present;
}
