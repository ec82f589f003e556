/** Digits after the point by ISO 4217, where they are not 2. */
const digits: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLP: 0,
  ISK: 0,
  JPY: 0,
  KRW: 0,
  VND: 0,
};

/** How many decimals amounts in this currency have. */
export function currencyDigits(currency: string): number {
  return digits[currency] ?? 2;
}
