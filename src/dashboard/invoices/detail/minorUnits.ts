import type { Money } from '../../../contract/common.ts';
import { currencyDigits } from '../../../contract/currencyDigits.ts';

/** An amount in minor units (1.15 SAR is 115n), halves rounded away from zero. */
export function toMinorUnits(money: Money): bigint {
  const digits = currencyDigits(money.currency);
  return BigInt(Math.sign(money.amount) * Math.round(Math.abs(money.amount) * 10 ** digits));
}

export function fromMinorUnits(units: bigint, currency: string): Money {
  return { amount: Number(units) / 10 ** currencyDigits(currency), currency };
}

/** Decimal text ("1000", "15.005") in units of 10^-digits, halves rounded away from zero; null for other text. */
export function decimalTextToUnits(text: string, digits: number): bigint | null {
  const [, sign, whole, fraction = ''] = /^\s*(-?)(\d{1,30})(?:\.(\d{0,30}))?\s*$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const units = (fraction[digits] ?? '0') >= '5' ? kept + 1n : kept;
  return sign === '-' ? -units : units;
}
