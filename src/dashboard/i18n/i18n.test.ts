import { expect, test } from 'vitest';
import { words as arabic } from './ar.ts';
import { addWords, changeLanguage, createI18n } from './i18n.ts';

const inArabic = () => createI18n('ar', arabic);
const wordOf = (instance: ReturnType<typeof createI18n>) =>
  instance.getFixedT(instance.language, 'create')('submit.pending');

test('the create page has its words when it opens', async () => {
  const instance = inArabic();
  await addWords(instance, 'create');
  expect(wordOf(instance)).toBe('جارٍ الإنشاء…');
});

test('once they are there, another language brings them as well', async () => {
  const instance = inArabic();
  await addWords(instance, 'create');
  await changeLanguage(instance, 'en');
  expect(wordOf(instance)).toBe('Creating…');
});

test('a language changed while they are on their way is the one they come in', async () => {
  const instance = inArabic();
  await Promise.all([addWords(instance, 'create'), changeLanguage(instance, 'en')]);
  expect(wordOf(instance)).toBe('Creating…');
});

test('the other pages do without them', async () => {
  const instance = inArabic();
  await changeLanguage(instance, 'en');
  expect(instance.hasResourceBundle('en', 'create')).toBe(false);
});
