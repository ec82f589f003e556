import { westernDigits } from '../../../contract/plainCharacters.ts';

const riyadhOffsetMs = 3 * 60 * 60 * 1000;
const written =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
/** The year first, however the rest is written. */
const otherwise = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(.*))?$/;
const twelveHours = /^(1[0-2]|0?[1-9]):([0-5]\d)(?::([0-5]\d))?\s*(am|pm|ص|م)$/i;

/** A day and a time of day in store time (Asia/Riyadh, UTC+3 all year). */
export interface StoreMoment {
  date: string | null;
  time: string | null;
}

const unknownMoment: StoreMoment = { date: null, time: null };

/**
 * Salla's dates: "2021-12-03", with a time in store time, or an instant with an offset, which is
 * turned into store time. What can't be read is null; an odd time doesn't take its day down.
 */
export function parseDate(wire: unknown): StoreMoment {
  if (typeof wire !== 'string') return unknownMoment;
  const text = westernDigits(wire).trim();
  const [, date, minutes, seconds = '00', zone] = written.exec(text) ?? [];
  if (date === undefined) return readOtherwise(text);
  if (!isDay(date)) return unknownMoment;
  if (minutes === undefined) return { date, time: null };
  const time = `${minutes}:${seconds}`;
  if (!/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time)) return { date, time: null };
  return zone === undefined ? { date, time } : inRiyadh(`${date}T${time}${isoZone(zone)}`);
}

function readOtherwise(text: string): StoreMoment {
  const [, year = '', month = '', day = '', clock = ''] = otherwise.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(date)) return unknownMoment;
  const [, hour, minute, second = '00', half = ''] = twelveHours.exec(clock) ?? [];
  if (hour === undefined) return { date, time: null };
  const hours = (Number(hour) % 12) + (/pm|م/i.test(half) ? 12 : 0);
  return { date, time: `${String(hours).padStart(2, '0')}:${minute}:${second}` };
}

/** A date also as `{date, timezone_type, timezone}`, where the time is of that zone, and store time without one. */
export function parseZonedDate(wire: unknown): StoreMoment {
  if (typeof wire !== 'object' || wire === null || !('date' in wire)) return parseDate(wire);
  const { date } = wire;
  const zone = 'timezone' in wire && typeof wire.timezone === 'string' ? wire.timezone.trim() : '';
  const isClock = typeof date === 'string' && /\d:\d\d(\.\d+)?$/.test(date);
  if (!isClock || zone === '' || zone === 'Asia/Riyadh') return parseDate(date);
  if (/^(z|utc|gmt)$/i.test(zone)) return parseDate(`${date}Z`);
  return parseDate(date + (/^[+-]\d{2}:?\d{2}$/.test(zone) ? zone : offsetIn(zone, date)));
}

/** The offset, `+02:00`, that a zone such as Africa/Cairo has at its own time; empty where nobody knows the zone. */
function offsetIn(zone: string, date: string): string {
  const at = Date.parse(`${westernDigits(date).trim().replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) return '';
  try {
    // The offset at that time in UTC, then once more at the instant that it makes: they differ around a change of the clocks.
    const near = offsetMs(zone, at);
    const minutes = Math.round(offsetMs(zone, at - near) / 60_000);
    const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    const two = (part: number) => String(part).padStart(2, '0');
    return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}

/** By how many ms the zone's clocks are ahead of UTC at an instant. Throws RangeError for a zone that is none. */
function offsetMs(zone: string, at: number): number {
  const clock = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
  return Date.parse(`${clock.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By arithmetic: reading a list asks this for every row, and a `Date` for each costs as much as the rest of the row. */
function isDay(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && isLeap ? 29 : (daysInMonth[month - 1] ?? 0);
  return day >= 1 && day <= last;
}

function isoZone(zone: string): string {
  if (/^(z|utc)$/i.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

function inRiyadh(instant: string): StoreMoment {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return unknownMoment;
  const iso = new Date(at + riyadhOffsetMs).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 19) };
}
