import { useMemo } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/** What a row's checkbox is called; `orderNumber` is null where it is not known. */
export type NameCheckbox = (
  invoice: Pick<InvoiceSummary, 'number' | 'type'>,
  orderNumber: number | null,
) => string;

/** They stand in a sentence for what is filled in. */
const number = '#number#';
const order = '#order#';

/** The same function through every render. Each sentence is looked up once, not for each of 60 rows. */
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
      // A function, for a `$` in the number means nothing.
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
