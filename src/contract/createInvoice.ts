import { z } from 'zod';
import type { DataType } from './dataTypes.ts';
import { creatableTypes } from './invoiceTypes.ts';

/** Why a value is refused. Issues carry it as their message; who shows them has the words. */
export const createRules = [
  'required',
  'wrong_type',
  'not_a_number',
  'thousands_marks',
  'negative',
  'too_large',
  'too_long',
  'decimals',
  'number_shape',
  'not_https',
  'pdf_ending',
  'pdf_capitals',
  'empty_file',
  'file_too_large',
  'not_pdf',
] as const;
export type CreateRule = (typeof createRules)[number];

type RuleOf = (issue: { input?: unknown }) => CreateRule;

const isMissing = (input: unknown) => input === undefined || input === null || input === '';
const missingOr =
  (rule: CreateRule): RuleOf =>
  ({ input }) =>
    isMissing(input) ? 'required' : rule;

/** Above any invoice, and far below where a double loses a thousandth. */
export const maximumAmount = 9_999_999_999;
export const maximumPercent = 100;
/** In characters. */
export const longestNumber = 50;
export const longestAddress = 2000;

/** Digits in groups of three with something between them: `1,000`, `1 000.50`, `١٬٠٠٠`, and `1234,500`. */
const groups = /^[-+]?\p{Nd}+(?:[,٬'’\s]\p{Nd}{3})+(?:[.,٫]\p{Nd}*)?$/u;

/** What can be created (Salla: Creating an invoice). */
const CreatableType = z.enum(creatableTypes, {
  error: missingOr('wrong_type'),
});

const ruleOfNumber: RuleOf = ({ input }) => {
  if (isMissing(input)) return 'required';
  if (input === Number.POSITIVE_INFINITY) return 'too_large';
  if (typeof input === 'string' && groups.test(input)) return 'thousands_marks';
  return 'not_a_number';
};

function numberUpTo(maximum: number, digits: number) {
  return z
    .number({ error: ruleOfNumber })
    .min(0, { error: 'negative', abort: true })
    .max(maximum, { error: 'too_large', abort: true })
    .refine((value) => Number(value.toFixed(digits)) === value, {
      error: 'decimals',
      params: { digits },
    });
}

/** Letters, digits and what stands between them in numbers such as `INV-2026/001`. */
const numberShape = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._#/-]*[\p{L}\p{N}])?$/u;

const InvoiceNumber = z
  .string({ error: missingOr('wrong_type') })
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(longestNumber, { error: 'too_long', abort: true })
  .regex(numberShape, { error: 'number_shape' });

/** No user before the host, no fragment, and nothing that can't be seen or turns the text around. */
const addressShape =
  /^https:\/\/[^\s\p{Cc}\p{Cf}\p{Cs}\\/?#@]+(?:[/?][^\s\p{Cc}\p{Cf}\p{Cs}\\#]*)?$/iu;

/** As it is written: browsers mend `https:a.pdf` or a line break, and people who read the address don't. */
function isHttps(text: string): boolean {
  if (!addressShape.test(text) || !URL.canParse(text)) return false;
  const labels = new URL(text).hostname.split('.');
  return labels.length > 1 && labels.every((label) => label !== '');
}

/**
 * Salla looks at the end of the address alone, and so a query after `.pdf` is refused. It names `.pdf` in small letters
 * and no other ending. Only the server knows whether `.pdf` is the same document as `.PDF`, so nothing is rewritten.
 */
export const PdfAddress = z
  .string({ error: missingOr('wrong_type') })
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(longestAddress, { error: 'too_long', abort: true })
  .refine(isHttps, { error: 'not_https', abort: true })
  .refine((text) => text.toLowerCase().endsWith('.pdf'), { error: 'pdf_ending', abort: true })
  .refine((text) => text.endsWith('.pdf'), { error: 'pdf_capitals' });

/** 10 MB. */
export const maximumPdfBytes = 10 * 1024 * 1024;

/**
 * How many of a file's first bytes say whether it is a PDF. Readers take a header that stands anywhere in them (PDF 1.7,
 * implementation note 13): programs write a byte order mark, an empty line or a printer's commands before it.
 */
export const pdfHeadBytes = 1024;

/** How files of other kinds begin: archives, pictures, texts. They may hold a PDF early on, and are none. */
const otherKinds = [
  'PK\x03\x04',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '{\\rtf',
  'GIF8',
  '\x89PNG',
  '\xff\xd8\xff',
];
/** A page of the web, behind the byte order mark of UTF-8 as well. */
const markup = /^(?:\u00ef\u00bb\u00bf)?\s*</;

function isPdf(head: Uint8Array): boolean {
  const bytes = head.subarray(0, pdfHeadBytes);
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const isOther = markup.test(text) || otherKinds.some((kind) => text.startsWith(kind));
  return text.includes('%PDF-') && !isOther;
}

/** A file as far as it is judged: its size in bytes, and its first `pdfHeadBytes`. */
const PdfFile = z
  .object(
    { size: z.int().nonnegative(), head: z.instanceof(Uint8Array) },
    { error: missingOr('wrong_type') },
  )
  .refine(({ size }) => size > 0, { error: 'empty_file', abort: true })
  .refine(({ size }) => size <= maximumPdfBytes, { error: 'file_too_large', abort: true })
  .refine(({ head }) => isPdf(head), { error: 'not_pdf' });

const base = z.object({
  orderId: z.int({ error: missingOr('wrong_type') }).positive({ error: 'wrong_type' }),
  type: CreatableType,
});

/** Of a body whose data type is none of ours. */
const ruleOfDataType: RuleOf = ({ input }) => {
  const isThere = typeof input === 'object' && input !== null && 'dataType' in input;
  return isThere && !isMissing(input.dataType) ? 'wrong_type' : 'required';
};

/** One branch a data type, with the fields that this data type takes and no others. */
function contentIn(digits: number) {
  const amount = numberUpTo(maximumAmount, digits);
  return z.discriminatedUnion(
    'dataType',
    [
      z.object({ dataType: z.literal('order') }),
      z.object({
        dataType: z.literal('data'),
        invoiceNumber: InvoiceNumber,
        subTotal: amount,
        shippingCost: amount,
        cashOnDeliveryCost: amount,
        tax: numberUpTo(maximumPercent, 2),
        taxValue: amount,
        total: amount,
      }),
      z.object({ dataType: z.literal('url'), url: PdfAddress }),
      z.object({ dataType: z.literal('file'), file: PdfFile }),
    ],
    { error: ruleOfDataType },
  );
}

/**
 * What is asked for to create an invoice whose currency has so many decimals (SAR 2, KWD 3). Order and type are
 * judged whatever the data type is, so that a body without one hears of all that it lacks. Amounts are in the
 * order's currency, `tax` is the percent.
 */
export function createInvoiceIn(digits: number) {
  return base.and(contentIn(digits));
}

/** No currency has more. */
const mostDigits = 3;

const content = contentIn(mostDigits);
/** The same, where the order's currency is not known yet. */
export const CreateInvoice = base.and(content);
export type CreateInvoice = z.infer<typeof CreateInvoice>;

/** The fields of a data type beside the order and the type, in the order in which they are asked for. */
export function fieldsOfDataType(dataType: DataType): readonly string[] {
  const branch = content.options.find(({ shape }) => shape.dataType.value === dataType);
  return Object.keys(branch?.shape ?? {}).filter((name) => name !== 'dataType');
}
