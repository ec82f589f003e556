import type { Money } from '../../../../../contract/common.ts';
import type { Invoice } from '../../../../../contract/invoice.ts';
import type { Order } from '../../../../../contract/order.ts';
import { toMinorUnits } from '../../../detail/minorUnits.ts';
import { type AmountField, amountFields, parseAmounts } from './amountFields.ts';
import { type EnteredAmounts, findExpectedAmounts, type TaxedCosts } from './expectedAmounts.ts';
import { toOrderCurrency, toPrefill } from './prefill.ts';

/** The data that entered amounts are compared with. */
export interface AmountReference {
  currency: string;
  taxed: TaxedCosts;
  /** The amounts of the corrected tax invoice; null if it has none, or for a tax invoice. */
  corrected: EnteredAmounts | null;
}

export function toAmountReference(order: Order, source: Invoice | null): AmountReference {
  const currency = toOrderCurrency(order);
  const { from, texts } = toPrefill(order, source);
  return {
    currency,
    taxed: toTaxedCosts(order, source),
    corrected: from === 'invoice' ? parseAmounts(texts, currency) : null,
  };
}

/** The invoice's amount if the credit note exceeds it; else null. */
export function findExceededCredit(
  name: AmountField,
  entered: EnteredAmounts,
  { corrected, currency }: AmountReference,
): Money | null {
  const [typed, most] = [entered[name], corrected?.[name] ?? null];
  if (name === 'tax' || typed === null || most === null) return null;
  const units = (amount: number) => toMinorUnits({ amount, currency });
  return units(typed) > units(most) ? { amount: most, currency } : null;
}

/** The intended percent if a fraction of 1 was typed, 15 for `0.15`; else null. */
export function findIntendedPercent({ tax }: EnteredAmounts): number | null {
  return tax !== null && tax > 0 && tax < 1 ? Number((tax * 100).toFixed(2)) : null;
}

/** The fields with probably wrong amounts, in form order. */
export function findDoubtfulAmounts(
  entered: EnteredAmounts,
  reference: AmountReference,
): AmountField[] {
  const { taxValue, total } = findExpectedAmounts(entered, reference.taxed, reference.currency);
  const differs = { taxValue: taxValue?.differs, total: total?.differs };
  return amountFields.filter((name) => {
    if (name === 'tax') return findIntendedPercent(entered) !== null;
    const unlikeOthers = name === 'taxValue' || name === 'total' ? differs[name] : false;
    return unlikeOthers || findExceededCredit(name, entered, reference) !== null;
  });
}

/** Which costs are taxed: by the corrected invoice, else by the order, else taxed. */
function toTaxedCosts({ amounts }: Order, source: Invoice | null): TaxedCosts {
  const shipping = source?.shipping ?? amounts.shipping;
  const cashOnDelivery = source?.cashOnDelivery ?? amounts.cashOnDelivery;
  return {
    shippingCost: shipping?.taxable ?? true,
    cashOnDeliveryCost: cashOnDelivery?.taxable ?? true,
  };
}
