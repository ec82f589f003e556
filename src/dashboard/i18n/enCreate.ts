import { create } from './en/create.ts';
import { createFields } from './en/createFields.ts';
import type { EnglishCreateWords } from './language.ts';

export const words: EnglishCreateWords = { create, createFields };
