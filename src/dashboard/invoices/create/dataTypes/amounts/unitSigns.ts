import { withoutDirectionMarks } from '../../../../../contract/plainCharacters.ts';

/** The unit of a rate; other units are currency codes. */
export const percentUnit = '%';

/** Other spellings of the riyal, with the sign introduced in 2025. */
const alsoWritten: Readonly<Record<string, readonly string[]>> = {
  [percentUnit]: ['٪'],
  SAR: ['SR', 'ر.س', 'ريال', 'ريالات', 'ريالات سعودية', 'ريالًا', 'ريالا', '﷼', '\u20C1'],
};

/** `Intl` throws for anything else. */
const currencyCode = /^[a-z]{3}$/i;
const made = new Map<string, RegExp>();

/** Removes the unit's sign or name beside a number: `SAR 5`, `5 ر.س`, `15%`. Other units stay. */
export function removeUnit(text: string, unit: string): string {
  const signs = made.get(unit) ?? createUnitPattern(unit);
  made.set(unit, signs);
  return text.replace(signs, '');
}

function createUnitPattern(unit: string): RegExp {
  const signs = [unit, ...(alsoWritten[unit] ?? [])];
  if (currencyCode.test(unit)) {
    for (const language of ['ar', 'en'])
      signs.push(signIn(language, unit), ...namesIn(language, unit));
  }
  // Longest first: a name may start with another sign.
  const longestFirst = [...new Set(signs.map((sign) => sign.normalize('NFKC')))].sort(
    (one, other) => other.length - one.length,
  );
  const any = longestFirst.map((sign) => sign.replace(/[.$^*+?()[\]{}|\\]/g, '\\$&')).join('|');
  return new RegExp(`^(?:${any})\\.?\\s*(?=[-+.,٫\\d])|(?<=[\\d.,٫])\\s*(?:${any})\\.?$`, 'i');
}

function signIn(language: string, currency: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  return withoutDirectionMarks(sign).replace(/\.$/, '');
}

/** `Saudi riyal`, `Saudi riyals`: one name for each plural form of the language. */
function namesIn(language: string, currency: string): string[] {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
  });
  const counts = [0, 1, 2, 3, 11, 100];
  return counts.flatMap((count) =>
    format.formatToParts(count).flatMap(({ type, value }) => (type === 'currency' ? value : [])),
  );
}
