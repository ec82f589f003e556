import type { Charge, Money, Tax } from '../../contract/common.ts';
import { currencyDigits } from '../../contract/currencyDigits.ts';
import { readNumber } from './readNumber.ts';
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

/** Salla's money (number or decimal string, "SAR" or "ر.س") as ours; null where it says nothing usable. */
export function readMoney(wire: WireMoney): Money | null {
  const amount = readNumber(wire?.amount);
  const currency = readCurrency(wire?.currency);
  if (amount === null || currency === null) return null;
  return { amount: round(amount, currencyDigits(currency)), currency };
}

/** A cost that counts as taxed unless Salla says `taxable: false`. */
export function readCharge(wire: WireMoney): Charge | null {
  const money = readMoney(wire);
  if (money === null) return null;
  return { ...money, taxable: ![false, 'false', 0, '0'].some((no) => no === wire?.taxable) };
}

export function readTax(wire: WireTax): Tax | null {
  const percent = readNumber(wire?.percent);
  const amount = readMoney(wire?.amount);
  return percent === null || amount === null ? null : { percent, amount };
}

function readCurrency(wire: unknown): string | null {
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
