import { beforeAll, expect, test } from 'vitest';
import { words as arabic } from '../../i18n/ar.ts';
import { words as english } from '../../i18n/en.ts';
import { addWords, createI18n } from '../../i18n/i18n.ts';
import { batchSummary } from './batchSummary.ts';
import { batchTitle } from './batchTitle.ts';
import { withRetried } from './progress.ts';
import { timeLeft } from './timeLeft.ts';

const instances = { ar: createI18n('ar', arabic), en: createI18n('en', english) };
const wordsIn = (language: 'ar' | 'en') => instances[language].getFixedT(language, 'batches');

beforeAll(() =>
  Promise.all(Object.values(instances).map((instance) => addWords(instance, 'batches'))),
);

const none = { queued: 0, sending: 0, sent: 0, failed: 0, unconfirmed: 0, canceled: 0 };

test('the end says what became of each, and leaves out what became of none', () => {
  const counts = { ...none, sent: 196, failed: 2, unconfirmed: 1, canceled: 1 };
  expect(batchSummary({ counts, skipped: 12 }, wordsIn('en'), 'en')).toBe(
    'Finished: Salla accepted 196, 2 failed, 1 is unconfirmed, 1 was cancelled; 12 were skipped.',
  );
  expect(batchSummary({ counts, skipped: 12 }, wordsIn('ar'), 'ar')).toBe(
    'انتهى الإرسال: قبلت سلة 196 رسالة، وتعذّر إرسال رسالتين، ورسالة واحدة غير مؤكدة، وأُلغيت رسالة واحدة، و12 طلبًا لم تُرسل فواتيرها مرة أخرى.',
  );
  expect(batchSummary({ counts: { ...none, sent: 1000 }, skipped: 0 }, wordsIn('en'), 'en')).toBe(
    'Finished: Salla accepted 1,000.',
  );
  expect(batchSummary({ counts: { ...none, sent: 3 }, skipped: 0 }, wordsIn('ar'), 'ar')).toBe(
    'انتهى الإرسال: قبلت سلة 3 رسائل.',
  );
});

test('where all were held back, nothing was sent', () => {
  expect(batchSummary({ counts: none, skipped: 2 }, wordsIn('en'), 'en')).toBe(
    'Nothing was sent: 2 were skipped.',
  );
  expect(batchSummary({ counts: none, skipped: 2 }, wordsIn('ar'), 'ar')).toBe(
    'لم يُرسل شيء: طلبان لم تُرسل فاتورتاهما مرة أخرى.',
  );
});

test('what was sent anew counts as that, and not as failed or unconfirmed', () => {
  const batch = { counts: { ...none, sent: 7, failed: 2, unconfirmed: 1 }, skipped: 0 };
  const told = withRetried(batch, { failed: 1, unconfirmed: 1, canceled: 0 });
  expect(batchSummary(told, wordsIn('en'), 'en')).toBe(
    'Finished: Salla accepted 7, 1 failed, 2 were sent anew.',
  );
});

test('a batch is called by what goes out, of what was asked for', () => {
  const counts = { ...none, queued: 4, sent: 6 };
  expect(batchTitle({ counts, skipped: 0 }, wordsIn('en'), 'en')).toBe('Resend of 10 orders');
  expect(batchTitle({ counts, skipped: 10 }, wordsIn('en'), 'en')).toBe(
    'Resend of 10 of 20 orders, 10 skipped',
  );
  expect(batchTitle({ counts, skipped: 10 }, wordsIn('ar'), 'ar')).toBe(
    'إعادة إرسال فواتير 10 من 20 طلبًا (لم تُرسل:\u00a010)',
  );
});

test.each([
  [4, 'a few seconds left', 'بقيت بضع ثوانٍ'],
  [31, 'about 40 seconds left', 'بقيت نحو 40 ثانية'],
  [52, 'about a minute left', 'بقيت نحو دقيقة'],
  [61, 'about a minute left', 'بقيت نحو دقيقة'],
  [125, 'about 2 minutes left', 'بقيت نحو دقيقتين'],
  [400, 'about 7 minutes left', 'بقيت نحو 7 دقائق'],
  [1200, 'about 20 minutes left', 'بقيت نحو 20 دقيقة'],
  [7300, 'about 2 hours left', 'بقيت نحو ساعتين'],
])('%i seconds are said as people say them', (seconds, inEnglish, inArabic) => {
  expect(timeLeft(seconds, wordsIn('en'))).toBe(inEnglish);
  expect(timeLeft(seconds, wordsIn('ar'))).toBe(inArabic);
});

test('no time is said where it can’t be told, or nothing is left', () => {
  expect(timeLeft(null, wordsIn('en'))).toBeNull();
  expect(timeLeft(0, wordsIn('en'))).toBeNull();
});
