export const datePresets = ['all', 'today', 'last7Days', 'thisMonth', 'lastMonth'] as const;
export type DatePreset = (typeof datePresets)[number];

/** First and last day, both inclusive, `YYYY-MM-DD` in store time; undefined is open. */
export interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

const dayMs = 86_400_000;
/** Riyadh is UTC+3 all year. */
const riyadhMs = 3 * 3_600_000;

/** The days that a preset stands for at a moment (epoch ms). */
export function presetRange(preset: DatePreset, now: number): DayRange {
  const today = day(now + riyadhMs);
  const [year, month] = today.split('-').map(Number);
  switch (preset) {
    case 'all':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'last7Days':
      return { from: day(now + riyadhMs - 6 * dayMs), to: today };
    case 'thisMonth':
      return monthRange(year ?? 0, (month ?? 0) - 1);
    case 'lastMonth':
      return monthRange(year ?? 0, (month ?? 0) - 2);
  }
}

/** The preset that stands for just these days now; null for a range of one's own. */
export function presetOf({ from, to }: DayRange, now: number): DatePreset | null {
  const found = datePresets.find((preset) => {
    const range = presetRange(preset, now);
    return range.from === from && range.to === to;
  });
  return found ?? null;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `monthIndex` counts from 0 and may be out of its year. */
function monthRange(year: number, monthIndex: number): DayRange {
  return {
    from: day(Date.UTC(year, monthIndex, 1)),
    to: day(Date.UTC(year, monthIndex + 1, 0)),
  };
}
