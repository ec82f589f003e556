import type { Language } from './language.ts';

/** Days and times as Salla's dashboard writes them: Gregorian, western digits, store time. */

const storeTime = 'Asia/Riyadh';
const tags = { ar: 'ar-SA', en: 'en-GB' } as const;
const gregorian = { calendar: 'gregory', numberingSystem: 'latn', timeZone: storeTime } as const;

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateTimeFormat(
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(tags[language], options);
  formatters.set(key, made);
  return made;
}

/** Noon in Riyadh, so that a day stays the day whatever the zone. */
function instantOf(dateOrInstant: string): Date {
  return new Date(dateOrInstant.length === 10 ? `${dateOrInstant}T12:00:00+03:00` : dateOrInstant);
}

/** `3 Dec 2021` / `3 ديسمبر 2021`, from a day (`YYYY-MM-DD`, store time) or an instant. */
export function formatDate(dateOrInstant: string, language: Language): string {
  return dateTimeFormat(language, {
    ...gregorian,
    day: 'numeric',
    month: language === 'ar' ? 'long' : 'short',
    year: 'numeric',
  }).format(instantOf(dateOrInstant));
}

/** `10:10` (24 hours), from a store time (`HH:MM:SS`) or an instant. */
export function formatTime(timeOrInstant: string, language: Language): string {
  if (/^\d\d:\d\d/.test(timeOrInstant)) return timeOrInstant.slice(0, 5);
  return dateTimeFormat(language, {
    ...gregorian,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(timeOrInstant));
}

/** The Hijri day (Umm al-Qura) of a day or an instant. */
export function formatHijri(dateOrInstant: string, language: Language): string {
  return dateTimeFormat(language, {
    ...gregorian,
    calendar: 'islamic-umalqura',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(instantOf(dateOrInstant));
}

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** `3 minutes ago` / `قبل 3 دقائق`; under a minute `this minute` / `هذه الدقيقة`. `now` in epoch ms. */
export function formatRelative(instant: string, now: number, language: Language): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const format = new Intl.RelativeTimeFormat(`${tags[language]}-u-nu-latn`, { numeric: 'auto' });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'minute');
}

const numbers = new Map<string, Intl.NumberFormat>();

/** A number with western digits and grouping; `digits` fixes the decimals. */
export function formatNumber(value: number, language: Language, digits?: number): string {
  const key = `${language}${digits}`;
  let format = numbers.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(`${language === 'ar' ? 'ar-SA' : 'en-GB'}-u-nu-latn`, {
      ...(digits === undefined
        ? { maximumFractionDigits: 6 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    });
    numbers.set(key, format);
  }
  return format.format(value);
}

/** How many decimals a currency has, by ISO 4217; 2 where the engine does not know it. */
export function currencyDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
