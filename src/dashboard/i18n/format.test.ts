import { expect, test } from 'vitest';
import { currencyDigits } from '../../contract/currencyDigits.ts';
import { formatDate, formatHijri, formatNumber, formatRelative, formatTime } from './format.ts';

const now = Date.parse('2026-11-22T09:00:00Z');

test('days are Gregorian with western digits in both languages', () => {
  expect(formatDate('2021-12-03', 'en')).toBe('3 Dec 2021');
  expect(formatDate('2021-12-03', 'ar')).toBe('3 ديسمبر 2021');
});

test('an instant late in the evening in UTC is the next day in the store', () => {
  expect(formatDate('2025-11-06T21:10:00Z', 'en')).toBe('7 Nov 2025');
  expect(formatTime('2025-11-06T21:10:00Z', 'ar')).toBe('00:10');
});

test('a store time is shown as it is', () => {
  expect(formatTime('10:10:40', 'ar')).toBe('10:10');
});

test('the Hijri day follows Umm al-Qura', () => {
  expect(formatHijri('2021-12-03', 'ar')).toBe('28 ربيع الآخر 1443 هـ');
});

test.each([
  ['2026-11-22T08:57:00Z', 'قبل 3 دقائق', '3 minutes ago'],
  ['2026-11-22T08:59:40Z', 'الآن', 'just now'],
  ['2026-11-21T09:00:00Z', 'أمس', 'yesterday'],
  ['2026-11-20T08:00:00Z', 'أول أمس', '2 days ago'],
])('%s reads as people say it', (instant, arabic, english) => {
  expect(formatRelative(instant, now, 'ar')).toBe(arabic);
  expect(formatRelative(instant, now, 'en')).toBe(english);
});

test('numbers have western digits, grouped, and the decimals of their currency', () => {
  expect(formatNumber(1234.5, 'ar', currencyDigits('SAR'))).toBe('1,234.50');
  expect(formatNumber(3.25, 'ar', currencyDigits('KWD'))).toBe('3.250');
  expect(formatNumber(2, 'en', currencyDigits('???'))).toBe('2.00');
});
