import type { Language } from '../../contract/languages.ts';

/** Days and times as Salla's dashboard writes them: Gregorian, western digits, store time. */

const storeTime = 'Asia/Riyadh';
const tags = { ar: 'ar-SA', en: 'en-GB' } as const;
const gregorian = { calendar: 'gregory', numberingSystem: 'latn', timeZone: storeTime } as const;

/** Makes a formatter for each language once: making one costs as much as a hundred uses. */
function perLanguage<Format>(make: (language: Language) => Format) {
  const made = new Map<Language, Format>();
  return (language: Language): Format => {
    const format = made.get(language) ?? make(language);
    made.set(language, format);
    return format;
  };
}

const dateFormat = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(tags[language], {
      ...gregorian,
      day: 'numeric',
      month: language === 'ar' ? 'long' : 'short',
      year: 'numeric',
    }),
);
const timeFormat = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(tags[language], {
      ...gregorian,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);
const hijriFormat = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(tags[language], {
      ...gregorian,
      calendar: 'islamic-umalqura',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    }),
);
const relativeFormat = perLanguage(
  (language) => new Intl.RelativeTimeFormat(`${tags[language]}-u-nu-latn`, { numeric: 'auto' }),
);

/** Noon in Riyadh, so that a day stays the day whatever the zone. */
function instantOf(dateOrInstant: string): Date {
  return new Date(dateOrInstant.length === 10 ? `${dateOrInstant}T12:00:00+03:00` : dateOrInstant);
}

/** `3 Dec 2021` / `3 ديسمبر 2021`, from a day (`YYYY-MM-DD`, store time) or an instant. */
export function formatDate(dateOrInstant: string, language: Language): string {
  return dateFormat(language).format(instantOf(dateOrInstant));
}

/** `10:10` (24 hours), from a store time (`HH:MM:SS`) or an instant. */
export function formatTime(timeOrInstant: string, language: Language): string {
  if (/^\d\d:\d\d/.test(timeOrInstant)) return timeOrInstant.slice(0, 5);
  return timeFormat(language).format(new Date(timeOrInstant));
}

/** The Hijri day (Umm al-Qura) of a day or an instant. */
export function formatHijri(dateOrInstant: string, language: Language): string {
  return hijriFormat(language).format(instantOf(dateOrInstant));
}

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const justNow = { ar: 'الآن', en: 'just now' } as const;

/** `3 minutes ago` / `قبل 3 دقائق`; under a minute `just now` / `الآن`. `now` in epoch ms. */
export function formatRelative(instant: string, now: number, language: Language): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const format = relativeFormat(language);
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return justNow[language];
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
