import type { Language, Words } from './language.ts';

/** Only the words of the language that is shown are loaded. */
export async function loadWords(language: Language): Promise<Words> {
  const module = language === 'ar' ? await import('./ar.ts') : await import('./en.ts');
  return module.words;
}
