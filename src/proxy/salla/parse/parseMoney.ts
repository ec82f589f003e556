import type { Charge, Money, Tax } from '../../../contract/common.ts';
import { currencyDigits } from '../../../contract/currencyDigits.ts';
import { parseNumber } from './parseNumber.ts';
import { parseText } from './text.ts';
import type { WireMoney, WireTax } from './wire.ts';

/** How Arabic shops write their currency, without spaces and dots. */
const signs: Readonly<Record<string, string>> = {
  رس: 'SAR',
  ريال: 'SAR',
  ريالسعودي: 'SAR',
  '﷼': 'SAR',
  '\u20c1': 'SAR',
  SR: 'SAR',
  دإ: 'AED',
  دا: 'JOD',
  دأ: 'JOD',
  دب: 'BHD',
  دك: 'KWD',
  رع: 'OMR',
  رق: 'QAR',
  دت: 'TND',
  دع: 'IQD',
  جم: 'EGP',
  $: 'USD',
  '€': 'EUR',
};

/**
 * Salla's money (number or decimal string, "SAR" or "ر.س") as ours; null where it says nothing usable. `currency` is
 * that of what the amount belongs to: where the amount names none, it is in that one.
 */
export function parseMoney(wire: WireMoney, currency: string | null = null): Money | null {
  const amount = parseNumber(wire?.amount);
  const own = parseText(wire?.currency) === null ? currency : parseCurrency(wire?.currency);
  if (amount === null || own === null) return null;
  return { amount: round(amount, currencyDigits(own)), currency: own };
}

/** A discount is taken off, whatever sign it comes with. */
export function parseDiscount(wire: WireMoney, currency: string | null): Money | null {
  const money = parseMoney(wire, currency);
  return money && { ...money, amount: Math.abs(money.amount) };
}

/** A cost that counts as taxed unless Salla says `taxable: false`. */
export function parseCharge(wire: WireMoney, currency: string | null = null): Charge | null {
  const money = parseMoney(wire, currency);
  if (money === null) return null;
  return { ...money, taxable: ![false, 'false', 0, '0'].some((no) => no === wire?.taxable) };
}

export function parseTax(wire: WireTax, currency: string | null = null): Tax | null {
  const percent = parseNumber(wire?.percent);
  const amount = parseMoney(wire?.amount, currency);
  return percent === null || amount === null ? null : { percent, amount };
}

/** The currency that is named first: Salla names one beside most amounts, and one beside all of an order. */
export function firstCurrency(
  named: unknown,
  amounts: readonly (WireMoney | undefined)[],
): string | null {
  for (const wire of [named, ...amounts.map((amount) => amount?.currency)]) {
    const currency = parseCurrency(wire);
    if (currency !== null) return currency;
  }
  return null;
}

/** An ISO code from "SAR", "ر.س" and the like; null for what is no currency. */
export function parseCurrency(wire: unknown): string | null {
  if (typeof wire !== 'string') return null;
  if (/^[A-Z]{3}$/.test(wire)) return wire;
  const sign = wire.replace(/[\s.\u0640\u200e\u200f\u061c]/g, '').toUpperCase();
  return signs[sign] ?? (/^[A-Z]{3}$/.test(sign) ? sign : null);
}

/** Half away from zero, in decimal: 1.005 is 1.01, as an invoice rounds. */
function round(amount: number, places: number): number {
  const size = Math.abs(amount);
  if (size < 1e-6) return 0;
  if (size >= 1e15) return amount;
  return Math.sign(amount) * Number(`${Math.round(Number(`${size}e${places}`))}e-${places}`);
}
