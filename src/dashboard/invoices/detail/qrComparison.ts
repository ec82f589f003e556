import type { Money } from '../../../contract/common.ts';
import { currencyDigits } from '../../../contract/currencyDigits.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { decimalTextToUnits, toMinorUnits } from './minorUnits.ts';
import type { ZatcaCode } from './zatca.ts';

export type Verdict = 'match' | 'differs' | 'unknown';

/** What a ZATCA code says, held against the invoice that carries it. */
export type QrComparison = {
  overall: Verdict;
  vatNumberValid: boolean;
  /** The day in store time that the code names; null when its time can't be read. */
  day: string | null;
  time: Verdict;
  total: Verdict;
  vat: Verdict;
};

/**
 * Compares day (Asia/Riyadh), total and VAT. The seller's name is not compared: the invoice does
 * not name him. An invoice in another currency leaves the amounts unknown, for the code counts in SAR.
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

/** The day in Riyadh of an ISO 8601 time; without `Z` or an offset it is Riyadh's already. */
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

/** Engines read 31 June as 1 July; here it is no day. */
function isCalendarDay(date: string): boolean {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date);
}
