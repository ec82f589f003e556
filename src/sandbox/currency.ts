const digits: Readonly<Record<string, number>> = { KWD: 3 };
const arabicSigns: Readonly<Record<string, string>> = { SAR: 'ر.س', KWD: 'د.ك' };

/** How many decimals a currency has, by its ISO 4217 code. */
export function decimalsOf(currency: string): number {
  return digits[currency] ?? 2;
}

/** The currency as Arabic shops write it; what has no sign here stays its code. */
export function arabicSign(currency: string): string {
  return arabicSigns[currency] ?? currency;
}

/** Smallest units (halalas, fils) as an amount of the currency. */
export function inUnits(amount: number, currency: string): number {
  return amount / 10 ** decimalsOf(currency);
}
