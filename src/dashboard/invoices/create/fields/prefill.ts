import type { Charge, Money, Tax } from '../../../../contract/common.ts';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import { checkSums } from '../../detail/invoiceSums.ts';
import { fromMinorUnits, toMinorUnits } from '../../detail/minorUnits.ts';
import type { CreateFormValues } from '../createForm.ts';
import { type AmountField, amountFields } from './amountFields.ts';
import { amountText, percentText } from './amountText.ts';
import { currencyOf } from './currencyOf.ts';

interface Amounts {
  subTotal: Money | null;
  shipping: Charge | null;
  cashOnDelivery: Charge | null;
  discount: Money | null;
  shippingDiscount: Money | null;
  tax: Tax | null;
  total: Money | null;
}

export interface Prefill {
  /** Whose amounts they are. */
  from: 'order' | 'invoice';
  texts: Partial<Pick<CreateFormValues, AmountField>>;
  /** What the subtotal and the shipping are less by, for the form asks for no discount. */
  takenOff: TakenOff;
}

/** Null where nothing is taken off. */
interface TakenOff {
  goods: Money | null;
  shipping: Money | null;
}

/** The amounts to begin with, as typed text. What nobody said stays out: an empty field is honest, a 0 is not. */
export function prefill(order: Order, source: Invoice | null): Partial<CreateFormValues> {
  return readPrefill(order, source).texts;
}

/** The same, and where they come from. `source` is the tax invoice that a credit note corrects. */
export function readPrefill(order: Order, source: Invoice | null): Prefill {
  const currency = currencyOf(order);
  const said = readAmounts(order, source);
  const { from, takenOff } = said;
  const text = (money: Money | null) =>
    money !== null && money.currency === currency && money.amount >= 0
      ? amountText(money.amount, currencyDigits(currency))
      : null;
  const { shipping, cashOnDelivery, tax, total } = said;
  const texts = {
    subTotal: text(less(said.subTotal, takenOff.goods)),
    shippingCost: text(less(shipping, takenOff.shipping)),
    cashOnDeliveryCost: text(cashOnDelivery),
    tax: tax === null ? null : percentText(tax.percent),
    taxValue: text(tax?.amount ?? null),
    total: text(total),
  };
  return { from, takenOff, texts: withoutNulls(texts) };
}

/** An invoice that was made from a PDF says none. */
function saysAmounts({ subTotal, total }: Amounts): boolean {
  return subTotal !== null && total !== null;
}

/** The amounts that what the form is filled with, or shows, comes from, and what is taken off them. */
export function readAmounts(
  order: Order,
  source: Invoice | null,
): Amounts & { from: Prefill['from']; takenOff: TakenOff } {
  if (source === null || !saysAmounts(source)) {
    return { ...order.amounts, from: 'order', takenOff: takenOffOrder(order.amounts) };
  }
  return { ...source, from: 'invoice', takenOff: takenOffInvoice(source) };
}

const nothing: TakenOff = { goods: null, shipping: null };

/** Of what an invoice names, what its total counts: a discount may be in the amounts already, or name the shipping's too. */
function takenOffInvoice(amounts: Amounts): TakenOff {
  const { discount } = amounts;
  const offShipping = [...waysOffShipping(amounts), null].flatMap((shipping) => [
    { goods: null, shipping },
    { goods: discount, shipping },
    { goods: less(discount, shipping), shipping },
  ]);
  return [nothing, ...offShipping].find((way) => fits(amounts, way).total) ?? nothing;
}

/**
 * An order may name what is taken off, and may have it in its amounts already. What its total is less by beyond the
 * discount on the shipping is one on the goods, where it is what the order names or the VAT was worked out without it.
 */
function takenOffOrder(amounts: Amounts): TakenOff {
  if (fits(amounts, nothing).total) return nothing;
  const named = somethingOf(amounts.discount);
  for (const shipping of waysOffShipping(amounts)) {
    if (fits(amounts, { goods: null, shipping }).total) return { goods: null, shipping };
    const goods = gapIn(amounts, shipping);
    if (goods !== null && isExplained(amounts, { goods, shipping }, named)) {
      return { goods, shipping };
    }
  }
  const gap = gapIn(amounts, null);
  // Where the order says that the shipping alone is cheaper, the goods are not.
  const isOffShipping = named === null && somethingOf(amounts.shippingDiscount) !== null;
  const way = isOffShipping ? { goods: null, shipping: gap } : { goods: gap, shipping: null };
  return gap !== null && isExplained(amounts, way, named) ? way : nothing;
}

function isExplained(amounts: Amounts, way: TakenOff, named: Money | null): boolean {
  const { total, vat } = fits(amounts, way);
  return total && (vat || (named !== null && way.goods?.amount === named.amount));
}

/** What may be off the shipping where something is: as it is named, without the VAT in it, and no more than the shipping. */
function waysOffShipping({ shipping, shippingDiscount, tax }: Amounts): Money[] {
  const named = somethingOf(shippingDiscount);
  if (named === null || shipping === null || shipping.amount === 0) return [];
  const untaxed = Number(toMinorUnits(named)) / (1 + (tax?.percent ?? 0) / 100);
  const net = fromMinorUnits(BigInt(Math.round(untaxed)), named.currency);
  const { amount, currency } = shipping;
  return named.amount > amount ? [net, { amount, currency }] : [named, net];
}

function somethingOf(money: Money | null): Money | null {
  return money === null || money.amount === 0 ? null : money;
}

/** Whether the amounts come to the VAT and to the total with these discounts, none of which is more than what it is taken off. */
function fits(amounts: Amounts, { goods, shipping }: TakenOff): { vat: boolean; total: boolean } {
  const isMore = (discount: Money | null, whole: Money | null) =>
    discount !== null && (discount.amount < 0 || discount.amount > (whole?.amount ?? 0));
  if (isMore(goods, amounts.subTotal) || isMore(shipping, amounts.shipping)) {
    return { vat: false, total: false };
  }
  const { vat, total } = sumsWith(amounts, { goods, shipping });
  return { vat: vat.outcome === 'adds_up', total: total.outcome === 'adds_up' };
}

/** What the total is less by than the amounts come to; null where it is not. */
function gapIn(amounts: Amounts, shipping: Money | null): Money | null {
  const { total } = sumsWith(amounts, { goods: null, shipping });
  if (total.outcome !== 'differs') return null;
  const { difference } = total;
  return difference.amount < 0 ? { ...difference, amount: -difference.amount } : null;
}

function sumsWith(amounts: Amounts, { goods, shipping }: TakenOff) {
  const none = { amount: 0, currency: amounts.total?.currency ?? 'SAR' };
  const charged = amounts.shipping && {
    ...amounts.shipping,
    ...less(amounts.shipping, shipping),
  };
  const discounts = { discount: goods ?? none, shippingDiscount: null };
  return checkSums({ ...amounts, shipping: charged, ...discounts });
}

function less(money: Money | null, discount: Money | null): Money | null {
  if (money === null || discount === null || money.currency !== discount.currency) return money;
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
