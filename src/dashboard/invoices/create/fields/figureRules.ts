import type { Money } from '../../../../contract/common.ts';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import { toMinorUnits } from '../../detail/minorUnits.ts';
import { type AmountField, amountFields } from './amountFields.ts';
import { checkFigures, type Figures, type Taxed } from './createSums.ts';
import { currencyOf } from './currencyOf.ts';
import { readPrefill } from './prefill.ts';
import { readFigures } from './readFigures.ts';
import { taxedOf } from './taxedOf.ts';

/** What the typed figures are held against. */
export interface FigureRules {
  currency: string;
  taxed: Taxed;
  /** The amounts of the tax invoice that a credit note corrects; null where it says none, or there is none. */
  corrected: Figures | null;
}

export function figureRulesOf(order: Order, source: Invoice | null): FigureRules {
  const currency = currencyOf(order);
  const { from, texts } = readPrefill(order, source);
  return {
    currency,
    taxed: taxedOf(order, source),
    corrected: from === 'invoice' ? readFigures(texts, currency) : null,
  };
}

/** The invoice's amount where the credit note has more than that; else null. */
export function creditedTooMuch(
  name: AmountField,
  figures: Figures,
  { corrected, currency }: FigureRules,
): Money | null {
  const [typed, most] = [figures[name], corrected?.[name] ?? null];
  if (name === 'tax' || typed === null || most === null) return null;
  const units = (amount: number) => toMinorUnits({ amount, currency });
  return units(typed) > units(most) ? { amount: most, currency } : null;
}

/** The percent that was meant where a part of 1 is typed, 15 for `0.15`; else null. */
export function percentMeant({ tax }: Figures): number | null {
  return tax !== null && tax > 0 && tax < 1 ? Number((tax * 100).toFixed(2)) : null;
}

/** The fields with a figure that is probably wrong, in the order in which they stand. */
export function figuresToCheck(figures: Figures, rules: FigureRules): AmountField[] {
  const { taxValue, total } = checkFigures(figures, rules.taxed, rules.currency);
  const differs = { taxValue: taxValue?.differs, total: total?.differs };
  return amountFields.filter((name) => {
    if (name === 'tax') return percentMeant(figures) !== null;
    const unlikeOthers = name === 'taxValue' || name === 'total' ? differs[name] : false;
    return unlikeOthers || creditedTooMuch(name, figures, rules) !== null;
  });
}
