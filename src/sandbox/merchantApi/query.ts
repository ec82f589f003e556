import { z } from 'zod';
import { dayLength, startOfDay } from '../riyadh.ts';

const wholeNumber = (minimum: number, maximum: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((number) => number >= minimum && number <= maximum, message);

const day = z.string().transform((text, context) => {
  const at = startOfDay(text);
  if (at === null) context.addIssue('التاريخ غير صالح.');
  return at ?? 0;
});

/** What both lists take. `from_date` and `to_date` are days in store time, both inclusive. */
export const listQuery = {
  from_date: day.optional(),
  to_date: day.optional(),
  page: wholeNumber(1, 1_000_000, 'يجب أن يكون حقل page عددًا صحيحًا.').default(1),
  per_page: wholeNumber(1, 60, 'يجب ألا يتجاوز حقل per_page العدد 60.').default(15),
};

export const id = wholeNumber(1, Number.MAX_SAFE_INTEGER, 'يجب أن يكون الحقل عددًا صحيحًا.');

/** The span of time that the days cover, the end exclusive. */
export function spanOf(query: { from_date?: number | undefined; to_date?: number | undefined }): {
  from: number;
  to: number;
} {
  return {
    from: query.from_date ?? 0,
    to: query.to_date === undefined ? Number.POSITIVE_INFINITY : query.to_date + dayLength,
  };
}

/** The reasons of a query that was refused, by parameter. */
export function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0]);
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  return fields;
}

/** Salla's `pagination`; `links` is an object, an empty object, or an empty array, as Salla has it. */
export function pagination(
  url: URL,
  page: { number: number; size: number; count: number; total: number },
) {
  const totalPages = Math.max(1, Math.ceil(page.total / page.size));
  const linkTo = (number: number) => {
    const link = new URL(url);
    link.searchParams.set('page', String(number));
    return link.href;
  };
  const next = page.number < totalPages ? { next: linkTo(page.number + 1) } : {};
  const previous = page.number > 1 ? { previous: linkTo(page.number - 1) } : {};
  return {
    count: page.count,
    total: page.total,
    perPage: page.size,
    currentPage: page.number,
    totalPages,
    links: page.number > totalPages ? [] : { ...next, ...previous },
  };
}
