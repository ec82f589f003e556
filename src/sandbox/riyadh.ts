const offset = 3 * 60 * 60 * 1000;

function local(at: number): string {
  return new Date(at + offset).toISOString();
}

/** The day in store time (Asia/Riyadh, UTC+3 all year), `YYYY-MM-DD`. */
export function storeDate(at: number): string {
  return local(at).slice(0, 10);
}

/** Day and time in store time, `YYYY-MM-DD HH:MM:SS`. */
export function storeDateTime(at: number): string {
  return local(at).slice(0, 19).replace('T', ' ');
}

/** When the day begins in store time; null for what is no day. */
export function startOfDay(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00+03:00`);
  return Number.isNaN(at) || storeDate(at) !== date ? null : at;
}

export const dayLength = 24 * 60 * 60 * 1000;

/** Day and time in store time as JavaScript writes them, `Sun Jun 26 2022 12:21:48 GMT+0300`. */
export function storeDateText(at: number): string {
  const [weekday = '', day, month, year, time] = new Date(at + offset).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${year} ${time} GMT+0300`;
}

/** A date as PHP writes an object of it. */
export interface ZonedDate {
  /** `2022-06-16 14:48:20.000000` */
  date: string;
  timezone_type: 3;
  timezone: string;
}

export function zonedDate(at: number): ZonedDate {
  return { date: `${storeDateTime(at)}.000000`, timezone_type: 3, timezone: 'Asia/Riyadh' };
}
