import { describe, expect, it } from 'vitest';
import { readDate, readZonedDate } from './readDate.ts';

describe('readDate', () => {
  it.each([
    ['2021-12-03', '2021-12-03', null],
    ['2025-11-06 10:10:40', '2025-11-06', '10:10:40'],
    ['2025-11-06 10:10:40.000000', '2025-11-06', '10:10:40'],
    ['2025-11-06T10:10:40', '2025-11-06', '10:10:40'],
    ['2025-11-06 10:10', '2025-11-06', '10:10:00'],
    [' 2025-11-06 ', '2025-11-06', null],
    ['٢٠٢٥-١١-٠٦', '2025-11-06', null],
    ['2024-02-29', '2024-02-29', null],
    ['2025-11-06 25:10:40', '2025-11-06', null],
  ])('takes "%s" as store time', (wire, date, time) => {
    expect(readDate(wire)).toEqual({ date, time });
  });

  it.each([
    ['2025-11-06T10:10:40Z', '2025-11-06', '13:10:40'],
    ['2025-11-06T21:00:00.000Z', '2025-11-07', '00:00:00'],
    ['2025-12-31T23:30:00Z', '2026-01-01', '02:30:00'],
    ['2025-11-06T10:10:40+03:00', '2025-11-06', '10:10:40'],
    ['2025-11-06T10:10:40+0500', '2025-11-06', '08:10:40'],
  ])('brings "%s" to Riyadh', (wire, date, time) => {
    expect(readDate(wire)).toEqual({ date, time });
  });

  it.each([
    [''],
    ['yesterday'],
    ['2021-02-30'],
    ['0000-00-00'],
    ['03/12/2021'],
    [null],
    [1634819484],
  ])('says nothing of %s', (wire) => {
    expect(readDate(wire)).toEqual({ date: null, time: null });
  });
});

describe('readZonedDate', () => {
  it.each([
    [{ date: '2022-06-16 14:48:20.000000', timezone: 'Asia/Riyadh' }, '2022-06-16', '14:48:20'],
    [{ date: '2022-06-16 14:48:20.000000' }, '2022-06-16', '14:48:20'],
    [{ date: '2022-06-16 22:48:20.000000', timezone: 'UTC' }, '2022-06-17', '01:48:20'],
    [{ date: '2022-06-16', timezone: 'UTC' }, '2022-06-16', null],
    [
      { date: '2022-06-16 22:48:20.000000', timezone_type: 1, timezone: '+00:00' },
      '2022-06-17',
      '01:48:20',
    ],
    [{ date: '2022-06-16 22:48:20', timezone: '+03:00' }, '2022-06-16', '22:48:20'],
    [{ date: '2022-06-16 22:48:20', timezone: 'Asia/Dubai' }, '2022-06-16', '21:48:20'],
    // Egypt's clocks are an hour ahead in summer, from 2023.
    [{ date: '2026-07-16 22:48:20', timezone: 'Africa/Cairo' }, '2026-07-16', '22:48:20'],
    [{ date: '2026-01-16 22:48:20', timezone: 'Africa/Cairo' }, '2026-01-16', '23:48:20'],
    [{ date: '2026-01-16 22:48:20', timezone: 'America/New_York' }, '2026-01-17', '06:48:20'],
    [{ date: '2026-01-16 22:48:20', timezone: 'Mars/Olympus' }, '2026-01-16', '22:48:20'],
    [{ date: '2026-01-16 22:48:20', timezone: null }, '2026-01-16', '22:48:20'],
    [{ date: 7, timezone: 'UTC' }, null, null],
    ['2022-06-16 14:48:20', '2022-06-16', '14:48:20'],
    [{}, null, null],
    [null, null, null],
  ])('reads %j', (wire, date, time) => {
    expect(readZonedDate(wire)).toEqual({ date, time });
  });
});
