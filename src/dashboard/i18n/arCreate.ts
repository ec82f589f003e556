import { create } from './ar/create.ts';
import { createFields } from './ar/createFields.ts';
import type { EnglishCreateWords, InArabic } from './language.ts';

export const words: InArabic<EnglishCreateWords> = { create, createFields };
