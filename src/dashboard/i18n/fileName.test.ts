import { expect, test } from 'vitest';
import { fileNameText, splitFileName } from './fileName.ts';

test.each([
  ['فاتورة 2026.pdf', '2026.pdf'],
  ['فاتورة-2026-08.pdf', '2026-08.pdf'],
  ['إشعار INV_7.final.PDF', 'INV_7.final.PDF'],
  // Letters before the dot are read in their own direction, and so are brackets.
  ['فاتورة.pdf', ''],
  ['فاتورة (1).pdf', ''],
  // Nothing turns these.
  ['invoice 2026.pdf', ''],
  ['2026.pdf', ''],
  ['', ''],
])('of %s the part that stands left to right is «%s»', (name, last) => {
  expect(splitFileName(name)).toEqual({ before: name.slice(0, name.length - last.length), last });
});

test('inside a sentence a name is isolated, its last word once more', () => {
  expect(fileNameText('فاتورة 2026.pdf')).toBe('\u2068فاتورة \u20662026.pdf\u2069\u2069');
  expect(fileNameText('2026.pdf')).toBe('\u20682026.pdf\u2069');
});
