import type { Charge, Money, Tax } from '../../../../../contract/common.ts';
import { currencyDigits } from '../../../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../../../contract/invoice.ts';
import type { Order } from '../../../../../contract/order.ts';
import { checkSums } from '../../../detail/invoiceSums.ts';
import { fromMinorUnits, toMinorUnits } from '../../../detail/minorUnits.ts';
import type { CreateFormValues } from '../../createForm.ts';
import { type AmountField, amountFields } from './amountFields.ts';
import { formatAmount, formatPercent } from './amountText.ts';

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
  /** The source of the amounts. */
  from: 'order' | 'invoice';
  texts: Partial<Pick<CreateFormValues, AmountField>>;
  /** Discounts that are subtracted from subtotal and shipping: the form has no discount field. */
  deductions: Deductions;
}

/** Null if there is no discount. */
interface Deductions {
  goods: Money | null;
  shipping: Money | null;
}

/** Prefilled amounts as typed text. An unknown amount stays empty, not 0. */
export function prefill(order: Order, source: Invoice | null): Partial<CreateFormValues> {
  return toPrefill(order, source).texts;
}

/** The prefilled amounts with their source. `source` is the tax invoice that a credit note corrects. */
export function toPrefill(order: Order, source: Invoice | null): Prefill {
  const currency = toOrderCurrency(order);
  const said = toSourceAmounts(order, source);
  const { from, deductions } = said;
  const text = (money: Money | null) =>
    money !== null && money.currency === currency && money.amount >= 0
      ? formatAmount(money.amount, currencyDigits(currency))
      : null;
  const { shipping, cashOnDelivery, tax, total } = said;
  const texts = {
    subTotal: text(subtract(said.subTotal, deductions.goods)),
    shippingCost: text(subtract(shipping, deductions.shipping)),
    cashOnDeliveryCost: text(cashOnDelivery),
    tax: tax === null ? null : formatPercent(tax.percent),
    taxValue: text(tax?.amount ?? null),
    total: text(total),
  };
  return { from, deductions, texts: omitNulls(texts) };
}

/** An invoice made from a PDF has no amounts. */
function hasAmounts({ subTotal, total }: Amounts): boolean {
  return subTotal !== null && total !== null;
}

/** The amounts that the form shows or is prefilled from, with their discounts. */
export function toSourceAmounts(
  order: Order,
  source: Invoice | null,
): Amounts & { from: Prefill['from']; deductions: Deductions } {
  if (source === null || !hasAmounts(source)) {
    return { ...order.amounts, from: 'order', deductions: findOrderDeductions(order.amounts) };
  }
  return { ...source, from: 'invoice', deductions: findInvoiceDeductions(source) };
}

const nothing: Deductions = { goods: null, shipping: null };

/**
 * The discounts that an invoice's total accounts for: a discount may already be subtracted from the amounts, or may
 * include the one on shipping.
 */
function findInvoiceDeductions(amounts: Amounts): Deductions {
  const { discount } = amounts;
  const offShipping = [...shippingDeductions(amounts), null].flatMap((shipping) => [
    { goods: null, shipping },
    { goods: discount, shipping },
    { goods: subtract(discount, shipping), shipping },
  ]);
  return [nothing, ...offShipping].find((way) => checkDeductions(amounts, way).total) ?? nothing;
}

/**
 * The discounts that an order's total accounts for; its amounts may already have them subtracted. If the total is still
 * lower after the shipping discount, the rest is a discount on the goods, provided that it equals the order's discount
 * or the VAT was computed without it.
 */
function findOrderDeductions(amounts: Amounts): Deductions {
  if (checkDeductions(amounts, nothing).total) return nothing;
  const named = nonZero(amounts.discount);
  for (const shipping of shippingDeductions(amounts)) {
    if (checkDeductions(amounts, { goods: null, shipping }).total) return { goods: null, shipping };
    const goods = findGap(amounts, shipping);
    if (goods !== null && isExplained(amounts, { goods, shipping }, named)) {
      return { goods, shipping };
    }
  }
  const gap = findGap(amounts, null);
  // If the order names only a shipping discount, the goods have none.
  const isOffShipping = named === null && nonZero(amounts.shippingDiscount) !== null;
  const way = isOffShipping ? { goods: null, shipping: gap } : { goods: gap, shipping: null };
  return gap !== null && isExplained(amounts, way, named) ? way : nothing;
}

function isExplained(amounts: Amounts, way: Deductions, named: Money | null): boolean {
  const { total, vat } = checkDeductions(amounts, way);
  return total && (vat || (named !== null && way.goods?.amount === named.amount));
}

/** Possible shipping discounts: as named, and without the VAT in it; never more than the shipping cost. */
function shippingDeductions({ shipping, shippingDiscount, tax }: Amounts): Money[] {
  const named = nonZero(shippingDiscount);
  if (named === null || shipping === null || shipping.amount === 0) return [];
  const untaxed = Number(toMinorUnits(named)) / (1 + (tax?.percent ?? 0) / 100);
  const net = fromMinorUnits(BigInt(Math.round(untaxed)), named.currency);
  const { amount, currency } = shipping;
  return named.amount > amount ? [net, { amount, currency }] : [named, net];
}

function nonZero(money: Money | null): Money | null {
  return money === null || money.amount === 0 ? null : money;
}

/** Whether the amounts with these discounts add up to the VAT and to the total. No discount may exceed its amount. */
function checkDeductions(
  amounts: Amounts,
  { goods, shipping }: Deductions,
): { vat: boolean; total: boolean } {
  const isMore = (discount: Money | null, whole: Money | null) =>
    discount !== null && (discount.amount < 0 || discount.amount > (whole?.amount ?? 0));
  if (isMore(goods, amounts.subTotal) || isMore(shipping, amounts.shipping)) {
    return { vat: false, total: false };
  }
  const { vat, total } = sumsAfter(amounts, { goods, shipping });
  return { vat: vat.outcome === 'adds_up', total: total.outcome === 'adds_up' };
}

/** How much the total is below the sum of the amounts; null if it isn't. */
function findGap(amounts: Amounts, shipping: Money | null): Money | null {
  const { total } = sumsAfter(amounts, { goods: null, shipping });
  if (total.outcome !== 'differs') return null;
  const { difference } = total;
  return difference.amount < 0 ? { ...difference, amount: -difference.amount } : null;
}

function sumsAfter(amounts: Amounts, { goods, shipping }: Deductions) {
  const none = { amount: 0, currency: amounts.total?.currency ?? 'SAR' };
  const charged = amounts.shipping && {
    ...amounts.shipping,
    ...subtract(amounts.shipping, shipping),
  };
  const discounts = { discount: goods ?? none, shippingDiscount: null };
  return checkSums({ ...amounts, shipping: charged, ...discounts });
}

function subtract(money: Money | null, discount: Money | null): Money | null {
  if (money === null || discount === null || money.currency !== discount.currency) return money;
  return fromMinorUnits(toMinorUnits(money) - toMinorUnits(discount), money.currency);
}

function omitNulls(texts: Record<AmountField, string | null>): Prefill['texts'] {
  const present: Prefill['texts'] = {};
  for (const name of amountFields) {
    const text = texts[name];
    if (text !== null) present[name] = text;
  }
  return present;
}

/** The order's currency; SAR if it has no amount at all. */
export function toOrderCurrency({ total, amounts }: Order): string {
  const { subTotal, shipping, cashOnDelivery, tax } = amounts;
  const said = [total, amounts.total, subTotal, shipping, cashOnDelivery, tax?.amount ?? null];
  return said.find((money) => money !== null)?.currency ?? 'SAR';
}
