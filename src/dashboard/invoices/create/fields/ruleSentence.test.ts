import { beforeAll, describe, expect, it } from 'vitest';
import type { CreateRule } from '../../../../contract/createInvoice.ts';
import type { Language } from '../../../../contract/languages.ts';
import { words as arabic } from '../../../i18n/ar.ts';
import { words as english } from '../../../i18n/en.ts';
import { addWords, createI18n } from '../../../i18n/i18n.ts';
import { amountFields } from '../dataTypes/amounts/amountFields.ts';
import { formatFileSize } from '../dataTypes/file/fileSize.ts';
import { type EnteredField, toRuleSentence } from './ruleSentence.ts';

const instances = { ar: createI18n('ar', arabic), en: createI18n('en', english) };
const wordsOf = (language: Language) => instances[language].getFixedT(language, 'createFields');

beforeAll(() =>
  Promise.all(Object.values(instances).map((instance) => addWords(instance, 'create'))),
);

function say(
  language: Language,
  [name, rule]: readonly [EnteredField, CreateRule],
  currency = 'SAR',
): string {
  const t = wordsOf(language);
  return toRuleSentence(name, rule, { t, language, currency, fileBytes: 63_000_000 });
}

const pairs: (readonly [EnteredField, CreateRule])[] = [
  ...amountFields.flatMap((name) =>
    (
      ['required', 'not_a_number', 'thousands_marks', 'negative', 'too_large', 'decimals'] as const
    ).map((rule) => [name, rule] as const),
  ),
  ['invoiceNumber', 'required'],
  ['invoiceNumber', 'too_long'],
  ['invoiceNumber', 'number_shape'],
  ['url', 'required'],
  ['url', 'too_long'],
  ['url', 'not_https'],
  ['url', 'pdf_ending'],
  ['url', 'pdf_capitals'],
  ['file', 'required'],
  ['file', 'empty_file'],
  ['file', 'file_too_large'],
  ['file', 'not_pdf'],
];

describe.each(['ar', 'en'] as const)('in %s', (language) => {
  it.each(pairs)('%s has its own sentence for %s', (...pair) => {
    const sentence = say(language, pair);
    expect(sentence).not.toContain('{{');
    expect(sentence).not.toBe(wordsOf(language)('other'));
    expect(sentence.split(' ').length).toBeGreaterThan(3);
  });

  it('sentences name the limits', () => {
    expect(say(language, ['total', 'too_large'])).toContain('9,999,999,999');
    expect(say(language, ['tax', 'too_large'])).toContain('100');
    expect(say(language, ['invoiceNumber', 'too_long'])).toContain('50');
    expect(say(language, ['url', 'too_long'])).toContain('2000');
    expect(say(language, ['file', 'file_too_large'])).toMatch(/60\.09.*10/);
  });

  it('sentences name a currency, or its code if it has no name', () => {
    const name = { ar: 'ريال سعودي', en: 'Saudi Riyal' }[language];
    expect(say(language, ['total', 'decimals'])).toContain(name);
    expect(say(language, ['total', 'decimals'], 'RIYALS')).toContain('RIYALS');
  });

  it('examples have the currency’s decimals', () => {
    expect(say(language, ['total', 'not_a_number'])).toContain('1250.50');
    expect(say(language, ['total', 'decimals'], 'KWD')).toMatch(/3.*1250\.500/);
    expect(say(language, ['total', 'decimals'], 'JPY')).toMatch(/1251/);
  });
});

it('bytes are counted in both languages', () => {
  const size = (bytes: number, language: Language) =>
    formatFileSize(bytes, wordsOf(language), language);
  expect([0, 1, 2, 5, 11, 100].map((bytes) => size(bytes, 'ar'))).toEqual([
    '0 بايت',
    'بايت واحد',
    'بايتان',
    '5 بايتات',
    '11 بايتًا',
    '100 بايت',
  ]);
  expect(size(1, 'en')).toBe('1 byte');
  expect(size(1025, 'en')).toBe('2 kB');
  expect(size(2.4 * 1024 * 1024, 'ar')).toBe('2.4 ميجابايت');
});

it('a file one byte over the limit reads larger than the limit', () => {
  const size = (bytes: number) => formatFileSize(bytes, wordsOf('en'), 'en');
  expect(size(10 * 1024 * 1024)).toBe('10 MB');
  expect(size(10 * 1024 * 1024 + 1)).toBe('10.01 MB');
});
