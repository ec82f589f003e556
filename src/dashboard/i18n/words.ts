import type { Language } from '../../contract/languages.ts';
import { loadPart } from '../host/lazyPart.tsx';
import type { BatchWords, CreateWords, Words } from './language.ts';

/** Only the words of the language that is shown are loaded. */
export async function loadWords(language: Language): Promise<Words> {
  const module = await (language === 'ar'
    ? loadPart(() => import('./ar.ts'))
    : loadPart(() => import('./en.ts')));
  return module.words;
}

/** The create page's words, which the start does without. */
export async function loadCreateWords(language: Language): Promise<CreateWords> {
  const module = await (language === 'ar'
    ? loadPart(() => import('./arCreate.ts'))
    : loadPart(() => import('./enCreate.ts')));
  return module.words;
}

/** The words of resending many at once, which the start does without. */
export async function loadBatchWords(language: Language): Promise<BatchWords> {
  if (language === 'en')
    return { batches: (await loadPart(() => import('./en/batches.ts'))).batches };
  return { batches: (await loadPart(() => import('./ar/batches.ts'))).batches };
}
