import { expect, it } from 'vitest';
import { parseLanguage } from './language.ts';

it.each([
  [undefined, 'ar'],
  ['', 'ar'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['ar-SA', 'ar'],
  ['fr', 'ar'],
  ['fr, en;q=0.4', 'en'],
  ['en;q=0.5, ar;q=0.8', 'ar'],
  ['ar;q=0, en;q=0.1', 'en'],
  ['en;q=nonsense', 'ar'],
  [';;;,,q=1', 'ar'],
])('%s is answered in %s', (header, language) => {
  expect(parseLanguage(header)).toBe(language);
});
