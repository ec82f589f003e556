export const datePresets = ['all', 'today', 'last7Days', 'thisMonth', 'lastMonth'] as const;
export type DatePreset = (typeof datePresets)[number];

/** First and last day, both inclusive, `YYYY-MM-DD` in store time; an open end is undefined. */
export interface DateRange {
  from?: string | undefined;
  to?: string | undefined;
}

const dayMs = 86_400_000;
/** Riyadh is UTC+3 all year. */
const riyadhMs = 3 * 3_600_000;

/** The dates of a preset at a moment (epoch ms). */
export function toDateRange(preset: DatePreset, now: number): DateRange {
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

/** The preset with exactly these dates now; null for a custom range. */
export function findPreset({ from, to }: DateRange, now: number): DatePreset | null {
  const found = datePresets.find((preset) => {
    const range = toDateRange(preset, now);
    return range.from === from && range.to === to;
  });
  return found ?? null;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `monthIndex` starts at 0 and may exceed its year. */
function monthRange(year: number, monthIndex: number): DateRange {
  return {
    from: day(Date.UTC(year, monthIndex, 1)),
    to: day(Date.UTC(year, monthIndex + 1, 0)),
  };
}
