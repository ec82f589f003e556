import { describe, expect, it } from 'vitest';
import { datePresets, presetOf, presetRange } from './datePresets.ts';

const noon = Date.parse('2026-01-15T12:00:00+03:00');

describe('date presets', () => {
  it('count days in Riyadh', () => {
    const lateEvening = Date.parse('2026-01-15T21:30:00Z');
    expect(presetRange('today', lateEvening)).toEqual({ from: '2026-01-16', to: '2026-01-16' });
    expect(presetRange('today', noon)).toEqual({ from: '2026-01-15', to: '2026-01-15' });
  });

  it('take seven days with today as the last', () => {
    expect(presetRange('last7Days', noon)).toEqual({ from: '2026-01-09', to: '2026-01-15' });
  });

  it('take whole months, over the turn of the year', () => {
    expect(presetRange('thisMonth', noon)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(presetRange('lastMonth', noon)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    const leapMarch = Date.parse('2028-03-31T12:00:00Z');
    expect(presetRange('lastMonth', leapMarch)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('are known again by their days', () => {
    for (const preset of datePresets)
      expect(presetOf(presetRange(preset, noon), noon)).toBe(preset);
    expect(presetOf({ from: '2026-01-02', to: '2026-01-03' }, noon)).toBe(null);
    expect(presetOf({ from: '2026-01-15' }, noon)).toBe(null);
  });
});
