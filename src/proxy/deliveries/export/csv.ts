/** What spreadsheets pass over before they look whether a cell is a formula; our own mark among it. */
const passedOver = "[\\s\\p{Cf}']*";

/** What a formula begins with, in the forms that spreadsheets take for the same: half-width, full-width, small. */
const formula = '[=+\\-@\\u2212\\uFE62\\uFE63\\uFE66\\uFE6B\\uFF0B\\uFF0D\\uFF1D\\uFF20]';

/** Where a cell begins. A semicolon, a tab or a line's end begins one for those who split there. */
const cellStarts = new RegExp(
  `^(?=${passedOver}${formula}|['\\s\\p{Cf}]*[\\t\\r\\n])|(?<=[;\\t\\r\\n])(?=${passedOver}${formula})`,
  'gu',
);

/**
 * Rows as CSV: RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know it. Where a cell could be taken for
 * a formula, it begins with an apostrophe more than it was given.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(text: string): string {
  const harmless = text.replace(cellStarts, "'");
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
