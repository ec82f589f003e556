import type { Money } from '../../../contract/common.ts';
import { currencyDigits } from '../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { decimalTextToUnits, toMinorUnits } from './minorUnits.ts';
import type { ZatcaCode } from './zatca.ts';

export type Verdict = 'match' | 'differs' | 'unknown';

/** A ZATCA code compared with its invoice. */
export type QrComparison = {
  overall: Verdict;
  vatNumberValid: boolean;
  /** The code's date in store time; null if it can't be parsed. */
  day: string | null;
  time: Verdict;
  total: Verdict;
  vat: Verdict;
};

/**
 * Compares date (Asia/Riyadh), total and VAT. The seller's name is not compared: the invoice has none. For an invoice
 * in another currency the amounts are unknown, because the code is in SAR.
 */
export function compareWithInvoice(
  code: ZatcaCode,
  invoice: Pick<Invoice, 'date' | 'total' | 'tax'>,
): QrComparison {
  const day = storeDay(code.time);
  const time = day === null || invoice.date === null ? 'unknown' : verdict(day === invoice.date);
  const total = compareAmount(code.total, invoice.total);
  const vat = compareAmount(code.vat, invoice.tax?.amount ?? null);
  return {
    overall: worst([time, total, vat]),
    vatNumberValid: /^3\d{13}3$/.test(code.vatNumber),
    day,
    time,
    total,
    vat,
  };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('differs')) return 'differs';
  return verdicts.includes('unknown') ? 'unknown' : 'match';
}

const verdict = (same: boolean): Verdict => (same ? 'match' : 'differs');

function compareAmount(text: string, money: Money | null): Verdict {
  if (money === null || money.currency !== 'SAR') return 'unknown';
  const units = decimalTextToUnits(text, currencyDigits(money.currency));
  return units === null ? 'unknown' : verdict(units === toMinorUnits(money));
}

const riyadhOffset = '+03:00';

/** The date in Riyadh of an ISO 8601 time, which is Riyadh time if it has neither `Z` nor an offset. */
function storeDay(time: string): string | null {
  const [, date, clock = '00:00', zone = riyadhOffset] =
    /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(
      time,
    ) ?? [];
  if (date === undefined || !isCalendarDay(date)) return null;
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const instant = Date.parse(`${date}T${clock}${offset}`);
  if (Number.isNaN(instant)) return null;
  return new Date(instant + 3 * 3_600_000).toISOString().slice(0, 10);
}

/** JavaScript engines parse 31 June as 1 July; here it is invalid. */
function isCalendarDay(date: string): boolean {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}
