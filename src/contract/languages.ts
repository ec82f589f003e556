/** The languages of the product, by their tags. A new one is an entry here, its words, and what the compiler asks for then. */
export const languages = {
  ar: { direction: 'rtl', ownName: 'العربية' },
  en: { direction: 'ltr', ownName: 'English' },
} as const satisfies Record<string, { direction: 'rtl' | 'ltr'; ownName: string }>;

export type Language = keyof typeof languages;

/** Where neither the person nor the browser names one of ours. */
export const defaultLanguage: Language = 'ar';

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag);
}

/** A language by its tag; null for one that we don't have. */
export function asLanguage(text: string | null | undefined): Language | null {
  return text && isLanguage(text) ? text : null;
}
