import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import type { CreateFormValues } from '../createForm.ts';
import { type AmountField, percentDigits, unitOf } from './amountFields.ts';
import { readAmountText } from './amountText.ts';
import type { Figures } from './createSums.ts';

/** Beyond any invoice, and where sums are no longer exact. */
const largest = 1e10;

/** The numbers that can be counted with: what is refused anyway is none. */
export function readFigures(
  texts: Partial<Pick<CreateFormValues, AmountField>>,
  currency: string,
): Figures {
  const read = (name: AmountField): number | null => {
    const typed = readAmountText(texts[name] ?? '', unitOf(name, currency));
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
