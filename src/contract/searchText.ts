import { westernDigits } from './plainCharacters.ts';

/**
 * Text that people type or paste to find an order by, as both sides compare it. Nothing here is shown: a name keeps
 * the spelling that Salla has of it.
 */

const vowelSigns = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
const tatweel = /\u0640/g;
/** Marks that are not seen: directions of text, joiners, soft hyphens, a byte order mark. */
const invisible = /\p{Cf}/gu;
/** Quotes, brackets and what ends a sentence or a list: never a part of what is searched for where it stands at an end. */
const around =
  /^[\s"'`´‘’‚“”„«»‹›()[\]{}<>:;,،؛.!?؟*=|\\/_-]+|[\s"'`´‘’‚“”„«»‹›()[\]{}<>:;,،؛.!?؟*=|\\/_-]+$/g;

/**
 * One spelling for what looks the same: compatibility forms of letters and digits (NFKC), without marks that are not
 * seen, vowel signs and tatweel, western digits, single spaces, no quotes or punctuation around it. Letters stay as
 * they are: `foldSearchText` compares regardless of those. Empty where nothing is left.
 */
export function normalizeSearchText(text: string): string {
  const letters = text
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(vowelSigns, '')
    .replace(tatweel, '');
  return westernDigits(letters)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(around, '');
}

/** What stands before an order's number when it is copied along with its label. */
const numberLabel = new RegExp(
  `^(?:${[
    '(?:ال)?رقم\\s*(?:ال)?مرجع(?:ي|ى)?',
    '(?:رقم\\s*)?(?:ال)?(?:طلب(?:ية|يه|ك|كم|ي)?|[أاإ]وردر|مرجع)(?:\\s*رقم)?',
    'رقم',
    '(?:(?:the|my|your)\\s+)?(?:order|ord|ref(?:erence)?)(?:\\s*(?:number|num|no|nr|id|ref(?:erence)?))?',
    'number|num|no|nr|id',
    'n\\.?[°o]',
  ].join('|')})(?![a-z\u0621-\u064a])[\\s.:,#-]*`,
  'i',
);

/**
 * The order number that a text is: `140` of `#140`, `١٤٠`, `15 0` (150), `رقم الطلب: 140`, `38,201,144` and
 * `140.0`. Null for all else: a decimal, a number in parts (`140-2`), a mobile number with its leading zero.
 */
export function parseOrderNumber(text: string): number | null {
  const plain = normalizeSearchText(normalizeSearchText(text).replace(numberLabel, ''))
    .replace(/^#+\s*|\s*#+$/g, '')
    .replace(/[.٫]0+$|,00?$/, '');
  const isGrouped = /^\d{1,3}(?:(?:[,٬،'’]\d{3})+|(?:\.\d{3}){2,})$/.test(plain);
  const digits = plain.replace(isGrouped ? /\D/g : / /g, '');
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
}

/** The one number of four digits or more in a text of several words, such as `Sara 38201144`; null where there are several or none. */
export function orderNumberAmongWords(text: string): number | null {
  const numbers = normalizeSearchText(text)
    .split(/[\s:#]+/)
    .filter((word) => /^[1-9]\d{3,14}$/.test(word));
  return numbers.length === 1 ? Number(numbers[0]) : null;
}

/** Letters that are typed one for another, as one of them. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, 'ا'],
  [/ة/g, 'ه'],
  [/[ىیئ]/g, 'ي'],
  [/ؤ/g, 'و'],
  [/ک/g, 'ك'],
  [/ء/g, ''],
  [/(?<!\S)عبد\s+(?=ال)/g, 'عبد'],
];

/** A normalised text without case, accents and what Arabic letters are typed for each other: `نوره العتيبى` is `نورة العتيبي`. */
export function foldSearchText(text: string): string {
  const plain = normalizeSearchText(text)
    .toLowerCase()
    .replace(/\p{Script=Latin}+/gu, (word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
  return alike.reduce((folded, [letters, one]) => folded.replace(letters, one), plain);
}
