import type { TFunction } from 'i18next';
import {
  type CreateRule,
  longestAddress,
  longestNumber,
  maximumAmount,
  maximumPdfBytes,
  maximumPercent,
} from '../../../../contract/createInvoice.ts';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import type { Language } from '../../../../contract/languages.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { CreateFormValues } from '../createForm.ts';
import { amountFields } from '../dataTypes/amounts/amountFields.ts';
import { formatAmount } from '../dataTypes/amounts/amountText.ts';
import { formatFileSize } from '../dataTypes/file/fileSize.ts';

/** A field below the data type. */
export type EnteredField = Exclude<keyof CreateFormValues, 'dataType'>;

interface SentenceOptions {
  t: TFunction<'createFields'>;
  language: Language;
  currency: string;
  /** Size of the chosen file in bytes. */
  fileBytes: number;
}

const numberRules = [
  'not_a_number',
  'thousands_marks',
  'negative',
  'too_large',
  'decimals',
] as const;
const addressRules = ['not_https', 'pdf_ending', 'pdf_capitals'] as const;
const fileRules = ['empty_file', 'file_too_large', 'not_pdf'] as const;

/** The error sentence of a rule: what is wrong and what would be right. */
export function toRuleSentence(
  name: EnteredField,
  rule: CreateRule,
  said: SentenceOptions,
): string {
  const { t, language, currency } = said;
  const digits = currencyDigits(currency);
  const example = formatAmount(1250.5, digits);
  if (rule === 'required') return t(`required.${name}`, { example });
  if (name === 'invoiceNumber') {
    if (rule === 'too_long') return t('invoiceNumber.too_long', { most: longestNumber });
    if (rule === 'number_shape') return t('invoiceNumber.number_shape');
  }
  if (name === 'url') {
    if (rule === 'too_long') return t('url.too_long', { most: longestAddress });
    const known = addressRules.find((one) => one === rule);
    if (known) return t(`url.${known}`);
  }
  if (name === 'file') {
    const known = fileRules.find((one) => one === rule);
    const size = formatFileSize(said.fileBytes, t, language);
    if (known)
      return t(`file.${known}`, { size, most: formatFileSize(maximumPdfBytes, t, language) });
  }
  const known = numberRules.find((one) => one === rule);
  if (known && name === 'tax') return t(`tax.${known}`, { most: maximumPercent });
  if (known && amountFields.some((field) => field === name)) {
    const most = formatNumber(maximumAmount, language);
    return t(`amount.${known}`, {
      example,
      most,
      currency: currencyName(currency, language),
      count: digits,
    });
  }
  return t('other');
}

/** `Saudi Riyal` for `SAR`; other texts unchanged. */
function currencyName(currency: string, language: Language): string {
  if (!/^[a-z]{3}$/i.test(currency)) return currency;
  return new Intl.DisplayNames(language, { type: 'currency' }).of(currency) ?? currency;
}
