import { useMemo } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/** The accessible name of a row's checkbox; `orderNumber` is null if unknown. */
export type NameCheckbox = (
  invoice: Pick<InvoiceSummary, 'number' | 'type'>,
  orderNumber: number | null,
) => string;

/** Placeholders in a translated sentence. */
const number = '#number#';
const order = '#order#';

/** Stable between renders. Each sentence is translated once, not for each of 60 rows. */
export function useCheckboxNames(): NameCheckbox {
  const { t } = useTranslation('invoices');
  return useMemo(() => {
    const sentencesOf = (what: string) => ({
      alone: t('select.row', { what }),
      ofOrder: t('select.rowOfOrder', { what, order }),
    });
    const invoice = sentencesOf(t('select.invoice', { number }));
    const invoiceUnknown = sentencesOf(t('select.invoiceUnknown'));
    const creditNote = sentencesOf(t('select.creditNote', { number }));
    const creditNoteUnknown = sentencesOf(t('select.creditNoteUnknown'));

    return (row, orderNumber) => {
      const isCreditNote = row.type === 'credit_note';
      if (row.number === null) {
        return filled(isCreditNote ? creditNoteUnknown : invoiceUnknown, orderNumber);
      }
      const sentence = filled(isCreditNote ? creditNote : invoice, orderNumber);
      // A function, because `$` has a meaning in replacement strings.
      return sentence.replace(number, () => row.number ?? '');
    };
  }, [t]);
}

interface Sentences {
  alone: string;
  ofOrder: string;
}

function filled({ alone, ofOrder }: Sentences, orderNumber: number | null): string {
  return orderNumber === null ? alone : ofOrder.replace(order, String(orderNumber));
}
