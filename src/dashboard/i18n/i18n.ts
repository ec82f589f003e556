import { createInstance, type i18n as I18n } from 'i18next';
import type { EnglishWords, Language, Words } from './language.ts';
import { loadWords } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: EnglishWords;
  }
}

export function createI18n(language: Language, words: Words): I18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { ...words } },
    ns: ['common', 'invoices', 'deliveries'],
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    // Keys are never `area:key`; looking for it costs on every word.
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** Shows another language: its words are fetched before the first of them is needed. */
export async function changeLanguage(instance: I18n, language: Language): Promise<void> {
  if (!instance.hasResourceBundle(language, 'common')) {
    const words = await loadWords(language);
    for (const [area, bundle] of Object.entries(words)) {
      instance.addResourceBundle(language, area, bundle);
    }
  }
  await instance.changeLanguage(language);
}
