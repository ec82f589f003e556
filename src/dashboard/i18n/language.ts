import type { batches } from './en/batches.ts';
import type { common } from './en/common.ts';
import type { create } from './en/create.ts';
import type { createFields } from './en/createFields.ts';
import type { deliveries } from './en/deliveries.ts';
import type { invoices } from './en/invoices.ts';

/** The words of one area each, as English has them; the other languages are checked against these. */
export interface EnglishWords {
  common: typeof common;
  invoices: typeof invoices;
  deliveries: typeof deliveries;
  create: typeof create;
  createFields: typeof createFields;
  batches: typeof batches;
}

type PluralOf<Key> = Key extends `${infer Base}_other`
  ? `${Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  : Key extends `${string}_${'one' | 'zero'}`
    ? never
    : Key;

/** The same keys in Arabic, which has six plural forms where English has two. */
export type InArabic<Words> = {
  [Key in keyof Words as PluralOf<Key>]: Words[Key] extends string ? string : InArabic<Words[Key]>;
};

/** The areas whose words come with the code that says them; the others come with the start. */
type CreateArea = 'create' | 'createFields';
type LaterArea = CreateArea | 'batches';

export type EnglishStartWords = Omit<EnglishWords, LaterArea>;
export type Words = EnglishStartWords | InArabic<EnglishStartWords>;

export type EnglishCreateWords = Pick<EnglishWords, CreateArea>;
export type CreateWords = EnglishCreateWords | InArabic<EnglishCreateWords>;

type EnglishBatchWords = Pick<EnglishWords, 'batches'>;
export type BatchWords = EnglishBatchWords | InArabic<EnglishBatchWords>;
