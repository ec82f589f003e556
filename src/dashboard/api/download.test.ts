import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test.each([
  ['attachment; filename="resends-1.csv"', 'resends-1.csv'],
  ['attachment; filename=plain.csv', 'plain.csv'],
  [`attachment; filename="a.csv"; filename*=UTF-8''%D8%A3.csv`, 'أ.csv'],
  ['attachment', ''],
  [null, ''],
])('%s names the file', (disposition, name) => {
  expect(fileName(disposition)).toBe(name);
});
