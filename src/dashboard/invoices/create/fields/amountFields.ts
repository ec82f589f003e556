import { percentUnit } from './unitSigns.ts';

/** The fields that are numbers, in the order in which they are asked for; `tax` is the percent. */
export const amountFields = [
  'subTotal',
  'shippingCost',
  'cashOnDeliveryCost',
  'tax',
  'taxValue',
  'total',
] as const;
export type AmountField = (typeof amountFields)[number];

/** A percent may have as many decimals in any currency. */
export const percentDigits = 2;

/** What may be written beside the field's number. */
export function unitOf(name: AmountField, currency: string): string {
  return name === 'tax' ? percentUnit : currency;
}
