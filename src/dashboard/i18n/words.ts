import type { BatchWords, CreateWords, Language, Words } from './language.ts';

/** Only the words of the language that is shown are loaded. */
export async function loadWords(language: Language): Promise<Words> {
  const module = language === 'ar' ? await import('./ar.ts') : await import('./en.ts');
  return module.words;
}

/** The create page's words, which the start does without. */
export async function loadCreateWords(language: Language): Promise<CreateWords> {
  const module = language === 'ar' ? await import('./arCreate.ts') : await import('./enCreate.ts');
  return module.words;
}

/** The words of resending many at once, which the start does without. */
export async function loadBatchWords(language: Language): Promise<BatchWords> {
  if (language === 'en') return { batches: (await import('./en/batches.ts')).batches };
  return { batches: (await import('./ar/batches.ts')).batches };
}
