import {
  foldSearchText,
  normalizeSearchText,
  orderNumberAmongWords,
  parseOrderNumber,
} from '../../../contract/searchText.ts';

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
  /** A part of the name that is the same in all spellings, where they are too many: it finds other names as well. */
  part: string | null;
}

/**
 * What a person typed, as Salla's order search understands it. A mobile is looked for by its national
 * digits, since customers' numbers are stored without the leading zero and apart from the calling code.
 */
export function toSearchTerms(q: string): SearchTerms {
  const typed = normalizeSearchText(q);
  const reference = parseOrderNumber(typed);
  const national = nationalDigits(typed);
  if (national !== null) return { reference: null, keywords: [national], part: null };
  if (reference !== null) return { reference, keywords: [String(reference)], part: null };
  return { reference: orderNumberAmongWords(typed), ...spellingsOfName(typed) };
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
 * ends the whole, for a keyword is found inside of names. Where there are more spellings than calls, the last call is for
 * the longest part that is the same in all of them.
 */
function spellingsOfName(typed: string): Pick<SearchTerms, 'keywords' | 'part'> {
  const words = wordsOfName(arabicLetters(typed));
  const [first, ...rest] = words.map(spellingsOfWord);
  if (first === undefined) return { keywords: [typed], part: null };
  const spellings =
    rest.length === 0
      ? first
      : alternately(
          phrases(withoutDoubtfulEnds([first, ...rest])),
          phrases(withoutDoubtfulEnds([...rest, first])),
        );
  const all = [...new Set([typed, ...spellings])];
  const part = all.length > mostKeywords ? certainPart(words) : null;
  return { keywords: all.slice(0, part === null ? mostKeywords : mostKeywords - 1), part };
}

/** Persian keyboards have a yeh and a kaf of their own. */
function arabicLetters(text: string): string {
  return text.replace(/ی/g, 'ي').replace(/ک/g, 'ك');
}

/** A name's words; `عبد`, `آل`, `بن`, `أبو` and the like belong to the word after them. */
function wordsOfName(typed: string): string[] {
  return (
    typed.match(
      /(?<!\S)(?:عبد\s+ال\S+|(?:آل|ال|بن|ابن|بنت|[أا]بو|[أا]بي|[أا]م|بو|با)\s+\S+|\S+)/g,
    ) ?? []
  );
}

/** The longest run of letters that nobody types for others; null where all are short. */
function certainPart(words: readonly string[]): string | null {
  const parts = words
    .flatMap((word) => word.split(/\s+/))
    .flatMap((word) =>
      word
        .replace(/^ا(?!ل\S)|(?<=^ال)ا/, '\n')
        .replace(/[ىيهة]$|(?<=ا)ي/g, '\n')
        .split(/[\nأإآٱءئؤ]|^عبد(?=ال)/),
    )
    .sort((one, other) => other.length - one.length);
  const [longest = ''] = parts;
  return longest.length >= 3 ? longest : null;
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
};

/** Of one word, the likeliest first. */
function spellingsOfWord(word: string): string[] {
  if (word.endsWith('اللة')) return spellingsOfWord(word.replace(/ة$/, 'ه'));
  if (/^عبد\s+ال/.test(word)) return [word, word.replace(/\s+/, '')];
  if (/^عبدال./.test(word)) return [word, word.replace('عبد', 'عبد ')];
  const at = doubtfulStart(word);
  const letters = at === null ? null : firstLettersAt(word, at);
  const begun = letters?.map((letter) => replaceAt(word, at ?? 0, letter)) ?? [word];
  const ends = lastLettersOf(word);
  const whole =
    ends === null
      ? begun
      : ends.flatMap((letter) => begun.map((spelling) => spelling.slice(0, -1) + letter));
  const inside = insideOf(word);
  return inside === null ? whole : [...whole, ...whole.map((spelling) => insideOf(spelling) ?? '')];
}

function replaceAt(word: string, at: number, letter: string): string {
  return word.slice(0, at) + letter + word.slice(at + 1);
}

/** Where an alef stands that may have a hamza: at the beginning, or behind the article. */
function doubtfulStart(word: string): number | null {
  if (word.length < 3) return null;
  const at = /^ال\S/.test(word) ? 2 : 0;
  return firstLetters[word[at] ?? ''] === undefined ? null : at;
}

function firstLettersAt(word: string, at: number): readonly string[] {
  // `آمنة`, `آسيا`, `آية`; `آل سعود` is a family's.
  if (/^ا(?:من[ةه]|سي|ي[ةه]$)/.test(word)) return ['آ', 'أ'];
  if (/^[اآ]ل\s/.test(word)) return ['آ', 'ا'];
  return firstLetters[word[at] ?? ''] ?? [];
}

/** `وائل` for `وايل` and the other way round: the other of the two; null where there is none. */
function insideOf(word: string): string | null {
  const other = /ا[يئ](?=[\u0621-\u064a])/.exec(word)?.[0];
  if (other === undefined) return /ؤ/.test(word) ? word.replace('ؤ', 'و') : null;
  return word.replace(other, other === 'اي' ? 'ائ' : 'اي');
}

function lastLettersOf(word: string): readonly string[] | null {
  const isExact = word.length < 3 || word.endsWith('الله') || word === 'طه';
  return isExact ? null : (lastLetters[word.at(-1) ?? ''] ?? null);
}

/** `هيفا` may be `هيفاء`, and the other way round. */
function withLastHamza(word: string): string[] {
  if (/\S{2}ا$/.test(word)) return [word, `${word}ء`];
  return word.endsWith('اء') ? [word, word.slice(0, -1)] : [word];
}

function withoutDoubtfulEnds(words: string[][]): string[][] {
  return words.map((spellings, index) => {
    const begun =
      index === 0
        ? spellings.map((word) => word.slice((doubtfulStart(word) ?? -1) + 1))
        : spellings;
    if (index < words.length - 1) return [...new Set(begun.flatMap(withLastHamza))];
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
