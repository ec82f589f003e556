import type { z } from 'zod';
import type { Language } from '../../contract/languages.ts';
import { createTexts } from './createTexts.ts';

const texts = {
  required: { ar: 'هذا الحقل مطلوب.', en: 'This is required.' },
  unknown: { ar: 'هذا الحقل غير معروف هنا.', en: 'This is not known here.' },
  repeated: { ar: 'ذُكر أكثر من مرة.', en: 'This was given more than once.' },
  wrong_type: { ar: 'نوع القيمة غير صحيح.', en: 'The value is of the wrong type.' },
  wrong_format: { ar: 'صيغة القيمة غير صحيحة.', en: 'The value is not in the right format.' },
  whole_number: { ar: 'يجب أن يكون عددًا صحيحًا.', en: 'This must be a whole number.' },
  date: {
    ar: 'يجب أن يكون تاريخًا مثل 2026-01-31.',
    en: 'This must be a date such as 2026-01-31.',
  },
  one_of: { ar: 'يجب أن يكون أحد: {0}.', en: 'This must be one of: {0}.' },
  at_least: { ar: 'أقل قيمة هي {0}.', en: 'This must be at least {0}.' },
  at_most: { ar: 'أكبر قيمة هي {0}.', en: 'This must be at most {0}.' },
  too_short: { ar: 'أقل عدد هو {0}.', en: 'This must have at least {0}.' },
  too_long: { ar: 'أكبر عدد هو {0}.', en: 'This must have at most {0}.' },
  before_from: {
    ar: 'يجب ألا يسبق هذا التاريخ تاريخ البداية.',
    en: 'This must not be before the first day.',
  },
  not_of_order: {
    ar: 'هذه الفاتورة ليست لهذا الطلب.',
    en: 'This is not an invoice of this order.',
  },
  not_to_be_retried_here: {
    ar: 'ليست عملية فاشلة أو غير مؤكدة أو ملغاة من مجموعة الإرسال هذه.',
    en: 'This is not a failed, unconfirmed or cancelled delivery of this batch.',
  },
  not_unconfirmed_here: {
    ar: 'ليست عملية غير مؤكدة من مجموعة الإرسال هذه.',
    en: 'This is not an unconfirmed delivery of this batch.',
  },
  retried_already: { ar: 'أُعيد إرسالها من قبل.', en: 'This was sent again already.' },
  not_a_path: {
    ar: 'يجب أن يكون مسارًا في هذا الموقع.',
    en: 'This must be a path of this site.',
  },
  ...createTexts,
} as const;

/** A sentence about one field, and the value that it names. */
export interface FieldText {
  key: keyof typeof texts;
  value?: string;
}

export function fieldText({ key, value = '' }: FieldText, language: Language): string {
  // As a function: `$&` in the value stays what it is.
  return texts[key][language].replace('{0}', () => value);
}

/** The fields that zod refused, named as the caller knows them (`orders.0.orderId`), with a sentence for each. */
export function fieldsOf(
  error: z.ZodError,
  textOf: (issue: z.core.$ZodIssue) => FieldText = textOfIssue,
): Record<string, FieldText[]> {
  const fields = new Map<string, FieldText[]>();
  const add = (path: readonly PropertyKey[], text: FieldText) => {
    const name = path.length === 0 ? 'body' : path.map(String).join('.');
    const said = fields.get(name) ?? [];
    if (!said.some(({ key }) => key === text.key)) fields.set(name, [...said, text]);
  };
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...issue.path, key.slice(0, 64)], { key: 'unknown' });
    } else {
      add(issue.path, textOf(issue));
    }
  }
  return Object.fromEntries(fields);
}

function textOfIssue(issue: z.core.$ZodIssue): FieldText {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { key: 'required' };
      return { key: issue.expected === 'int' ? 'whole_number' : 'wrong_type' };
    case 'invalid_format':
      if (issue.format === 'date') return { key: 'date' };
      return { key: issue.format === 'regex' && isDigits(issue) ? 'whole_number' : 'wrong_format' };
    case 'invalid_value':
      if (issue.input === undefined) return { key: 'required' };
      return { key: 'one_of', value: issue.values.map(String).join(', ') };
    case 'too_small':
      return {
        key: isCount(issue.origin) ? 'too_short' : 'at_least',
        value: String(issue.minimum),
      };
    case 'too_big':
      return { key: isCount(issue.origin) ? 'too_long' : 'at_most', value: String(issue.maximum) };
    case 'custom':
      return { key: issue.params?.rule === 'before_from' ? 'before_from' : 'wrong_format' };
    default:
      return { key: 'wrong_format' };
  }
}

function isDigits(issue: z.core.$ZodIssueInvalidStringFormat): boolean {
  return 'pattern' in issue && issue.pattern === String(/^\d{1,15}$/);
}

function isCount(origin: string): boolean {
  return origin === 'array' || origin === 'string';
}
