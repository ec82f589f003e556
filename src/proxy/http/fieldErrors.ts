import type { z } from 'zod';
import type { Language } from '../../contract/languages.ts';
import type { ProxyWords } from '../i18n/en.ts';
import { words } from '../i18n/words.ts';

/** A sentence about one field, and the value that it names. */
export interface FieldText {
  key: keyof ProxyWords['fields'];
  value?: string;
}

export function fieldText({ key, value = '' }: FieldText, language: Language): string {
  // As a function: `$&` in the value stays what it is.
  return words[language].fields[key].replace('{0}', () => value);
}

/** The fields that zod refused, by their path in the request (`orders.0.orderId`), with a sentence for each. */
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
