import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../testing/parseCsv.ts';
import { toCsv } from './csv.ts';

const formulaStart = /^[\s\p{Cf}]*[=+\-@−﹢﹣﹦﹫＋－＝＠]/u;

/** Removes the prefix that keeps a cell from being a formula. */
function asGiven(cell: string): string {
  const guard =
    /(?:^'(?=['\s\p{Cf}]*[=+\-@−﹢﹣﹦﹫＋－＝＠]|['\s\p{Cf}]*[\t\r\n])|(?<=[;\t\r\n])'(?=['\s\p{Cf}]*[=+\-@−﹢﹣﹦﹫＋－＝＠]))/gu;
  return cell.replace(guard, '');
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'=+-@\t\r\n ,;"\'\u00A0\u200F\uFEFF＝＋－＠−1aأ'),
  }),
);
const rows = fc.array(fc.array(hostile, { minLength: 1, maxLength: 5 }), { maxLength: 8 });

describe('CSV', () => {
  it('begins with a byte order mark, and ends each row as RFC 4180 says', () => {
    const csv = toCsv([
      ['الطلب', 'Reem, "the" first'],
      ['1557892161', ''],
    ]);
    expect(csv).toBe('\uFEFFالطلب,"Reem, ""the"" first"\r\n1557892161,\r\n');
  });

  it('parses back to exactly what was written', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const read = parseCsv(toCsv(given));
        expect(read.map((row) => row.map(asGiven))).toEqual(given);
      }),
      { numRuns: 2000 },
    );
  });

  it('contains no formula, however a reader splits it', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const cells = parseCsv(toCsv(given)).flat();
        const parts = cells.flatMap((cell) => [cell, ...cell.split(/[;\t\r\n]/)]);
        expect(parts.filter((part) => formulaStart.test(part))).toEqual([]);
        expect(cells.filter((cell) => /^[\t\r\n]/.test(cell))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['+966501234567', "'+966501234567"],
    [' \u200F＝1+1', "' \u200F＝1+1"],
    ['ريم;=1+1', "ريم;'=1+1"],
    ["'=1+1", "''=1+1"],
  ])('keeps %j from being a formula', (given, harmless) => {
    expect(parseCsv(toCsv([[given]]))).toEqual([[harmless]]);
  });

  it.each([
    '1557892161',
    'Al-Harbi',
    'a@example.sa',
    '05 0123-4567',
    "O'Neil",
    '2026-03-10 12:00:00',
  ])('leaves %j as it is', (harmless) => {
    expect(parseCsv(toCsv([[harmless]]))).toEqual([[harmless]]);
  });
});
