import { describe, expect, it } from 'vitest';
import { datePresets, findPreset, toDateRange } from './datePresets.ts';

const noon = Date.parse('2026-01-15T12:00:00+03:00');

describe('date presets', () => {
  it('use dates in Riyadh', () => {
    const lateEvening = Date.parse('2026-01-15T21:30:00Z');
    expect(toDateRange('today', lateEvening)).toEqual({ from: '2026-01-16', to: '2026-01-16' });
    expect(toDateRange('today', noon)).toEqual({ from: '2026-01-15', to: '2026-01-15' });
  });

  it('end the seven days today', () => {
    expect(toDateRange('last7Days', noon)).toEqual({ from: '2026-01-09', to: '2026-01-15' });
  });

  it('cover whole months, also across years', () => {
    expect(toDateRange('thisMonth', noon)).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(toDateRange('lastMonth', noon)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    const leapMarch = Date.parse('2028-03-31T12:00:00Z');
    expect(toDateRange('lastMonth', leapMarch)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('are found by their dates', () => {
    for (const preset of datePresets)
      expect(findPreset(toDateRange(preset, noon), noon)).toBe(preset);
    expect(findPreset({ from: '2026-01-02', to: '2026-01-03' }, noon)).toBe(null);
    expect(findPreset({ from: '2026-01-15' }, noon)).toBe(null);
  });
});
