import type { Language } from '../../contract/languages.ts';

/** A letter of the subset that most of the first view is set in. */
const letters = { ar: 'ا', en: 'a' } as const;

/**
 * Fetches the first view's subset before there is text that asks for it. Not by `<link rel="preload">`:
 * which one it is depends on the language.
 */
export function preloadFont(language: Language): void {
  void document.fonts.load("14px 'IBM Plex Sans Arabic'", letters[language]);
}
