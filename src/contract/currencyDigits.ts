/** Currencies by how many decimals they have, where it is not 2 (ISO 4217; no code of a fund, which nobody pays with). */
const without = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const withThree = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/** How many decimals amounts in this currency have, from its code; 2 where it is none. */
export function currencyDigits(currency: string): number {
  if (without.includes(currency)) return 0;
  return withThree.includes(currency) ? 3 : 2;
}
