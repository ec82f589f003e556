import { expect, it } from 'vitest';
import { isOwnPath } from './returnTo.ts';

it.each(['/', '/invoices/1', '/invoices?from=2026-01-01#top', '/a//b', '/invoices?q=//x'])(
  '%s is a path of this site',
  (path) => {
    expect(isOwnPath(path)).toBe(true);
  },
);

it.each([
  '',
  'invoices',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '/a\nb',
  '/a\r\nb',
  '/a\0b',
  '/a\x7fb',
  'https://evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  `/${'a'.repeat(2000)}`,
])('%j is none', (path) => {
  expect(isOwnPath(path)).toBe(false);
});
