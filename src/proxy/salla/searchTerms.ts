import {
  foldSearchText,
  normalizeSearchText,
  orderNumberAmongWords,
  parseOrderNumber,
} from '../../contract/searchText.ts';

/** Calling codes whose numbers Salla keeps apart from the code: the Gulf and its neighbours, as far as customers write them. */
const callingCode = /^(?:\+|00)(?:966|971|965|973|968|974|962|967|964|961|20)/;

/** Each keyword is a call that the store's rate limit counts. */
const mostKeywords = 4;

export interface SearchTerms {
  /** The order number it may be, exactly. */
  reference: number | null;
  /**
   * What Salla's keyword search is asked for: the text itself, then other spellings of a name. Salla finds a keyword only
   * as it is written, and customers write their names as their keyboards have it.
   */
  keywords: string[];
}

/**
 * What a person typed, as Salla's order search understands it. A mobile is looked for by its national
 * digits, since customers' numbers are stored without the leading zero and apart from the calling code.
 */
export function searchTerms(q: string): SearchTerms {
  const typed = normalizeSearchText(q);
  const reference = parseOrderNumber(typed);
  const national = nationalDigits(typed);
  if (national !== null) return { reference: null, keywords: [national] };
  if (reference !== null) return { reference, keywords: [String(reference)] };
  return { reference: orderNumberAmongWords(typed), keywords: spellingsOfName(typed) };
}

/** Of a mobile number: with a calling code, or a zero, or of more digits than an order number. Null for all else. */
function nationalDigits(typed: string): string | null {
  const digits = typed.replace(/[\s().-]/g, '');
  if (!/^\+?\d+$/.test(digits)) return null;
  const national = digits
    .replace(callingCode, '')
    .replace(/^9660?(?=5\d{8}$)/, '')
    .replace(/^[+0]+/, '');
  return national !== digits || digits.length > 15 ? national : null;
}

/** Whether a customer's name is one that was asked for by one of its spellings: all of its words, in any order. */
export function isNamed(name: string, q: string): boolean {
  const known = foldSearchText(name);
  return foldSearchText(q)
    .split(' ')
    .every((word) => known.includes(word));
}

/**
 * The spellings of a name under which Salla may have it: `ه` for `ة`, `ى` for `ي`, alef with or without hamza, `عبد الله` in
 * one word, the family name first. Of a name in several words a letter that may be another is left out where it begins or
 * ends the whole, for a keyword is found inside of names.
 */
function spellingsOfName(typed: string): string[] {
  const words = wordsOfName(typed);
  const [first, ...rest] = words.map(spellingsOfWord);
  if (first === undefined) return [typed];
  const spellings =
    rest.length === 0
      ? first
      : alternately(
          phrases(withoutDoubtfulEnds([first, ...rest])),
          phrases(withoutDoubtfulEnds([...rest, first])),
        );
  return [...new Set([typed, ...spellings])].slice(0, mostKeywords);
}

/** A name's words; `عبد` belongs to the word after it. */
function wordsOfName(typed: string): string[] {
  return typed.match(/(?<!\S)عبد\s+ال\S+|\S+/g) ?? [];
}

const firstLetters: Readonly<Record<string, readonly string[]>> = {
  ا: ['أ', 'ا', 'إ'],
  أ: ['أ', 'ا'],
  إ: ['إ', 'ا'],
  آ: ['آ', 'ا'],
};
const lastLetters: Readonly<Record<string, readonly string[]>> = {
  ه: ['ة', 'ه'],
  ة: ['ة', 'ه'],
  ى: ['ي', 'ى'],
  ي: ['ي', 'ى'],
  ی: ['ي', 'ى', 'ی'],
};

/** Of one word, the likeliest first. */
function spellingsOfWord(word: string): string[] {
  if (/^عبد\s+ال/.test(word)) return [word, word.replace(/\s+/, '')];
  if (/^عبدال./.test(word)) return [word, word.replace('عبد', 'عبد ')];
  const begun = (firstLettersOf(word) ?? [word[0] ?? '']).map((letter) => letter + word.slice(1));
  const ends = lastLettersOf(word);
  if (ends === null) return begun;
  return ends.flatMap((letter) => begun.map((spelling) => spelling.slice(0, -1) + letter));
}

function firstLettersOf(word: string): readonly string[] | null {
  return word.length < 3 || word.startsWith('ال') ? null : (firstLetters[word[0] ?? ''] ?? null);
}

function lastLettersOf(word: string): readonly string[] | null {
  const isExact = word.length < 3 || word.endsWith('الله') || word === 'طه';
  return isExact ? null : (lastLetters[word.at(-1) ?? ''] ?? null);
}

function withoutDoubtfulEnds(words: string[][]): string[][] {
  return words.map((spellings, index) => {
    const begun =
      index === 0
        ? spellings.map((word) => (firstLettersOf(word) === null ? word : word.slice(1)))
        : spellings;
    if (index < words.length - 1) return [...new Set(begun)];
    const ended = begun.map((word) => (lastLettersOf(word) === null ? word : word.slice(0, -1)));
    return [...new Set(ended)];
  });
}

/** All combinations, those of the likeliest spellings first. */
function phrases(words: string[][]): string[] {
  const combined = words.reduce<{ text: string; rank: number }[]>(
    (begun, spellings) =>
      begun.flatMap(({ text, rank }) =>
        spellings.map((word, index) => ({ text: `${text} ${word}`.trim(), rank: rank + index })),
      ),
    [{ text: '', rank: 0 }],
  );
  return combined.sort((one, other) => one.rank - other.rank).map(({ text }) => text);
}

function alternately<T>(one: readonly T[], other: readonly T[]): T[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, index) => [
    ...one.slice(index, index + 1),
    ...other.slice(index, index + 1),
  ]).flat();
}
