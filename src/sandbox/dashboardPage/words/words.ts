import type { Language } from '../pageQuery.ts';
import { arabic } from './arabic.ts';
import { english, type Words } from './english.ts';

const byLanguage: Readonly<Record<Language, Words>> = { ar: arabic, en: english };

export function wordsIn(language: Language): Words {
  return byLanguage[language];
}
