import { currencyDigits } from '../../../../../contract/currencyDigits.ts';
import type { CreateFormValues } from '../../createForm.ts';
import { parseAmount } from './amountText.ts';
import type { EnteredAmounts } from './expectedAmounts.ts';
import { percentUnit } from './unitSigns.ts';

/** The numeric fields in form order; `tax` is the percent. */
export const amountFields = [
  'subTotal',
  'shippingCost',
  'cashOnDeliveryCost',
  'tax',
  'taxValue',
  'total',
] as const;
export type AmountField = (typeof amountFields)[number];

/** Decimals of a percent, in any currency. */
export const percentDigits = 2;

/** The unit that may be typed beside the number. */
export function toUnit(name: AmountField, currency: string): string {
  return name === 'tax' ? percentUnit : currency;
}

/** More than any invoice, and beyond exact sums. */
const largest = 1e10;

/** Parses the amounts; null for texts that validation refuses. */
export function parseAmounts(
  texts: Partial<Pick<CreateFormValues, AmountField>>,
  currency: string,
): EnteredAmounts {
  const read = (name: AmountField): number | null => {
    const typed = parseAmount(texts[name] ?? '', toUnit(name, currency));
    const most = name === 'tax' ? percentDigits : currencyDigits(currency);
    if (typed === null || typed.decimals > most) return null;
    return typed.value >= 0 && typed.value < largest ? typed.value : null;
  };
  return {
    subTotal: read('subTotal'),
    shippingCost: read('shippingCost'),
    cashOnDeliveryCost: read('cashOnDeliveryCost'),
    tax: read('tax'),
    taxValue: read('taxValue'),
    total: read('total'),
  };
}
