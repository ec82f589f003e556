import { createInstance, type i18n as I18n } from 'i18next';
import type { CreateWords, EnglishWords, Language, Words } from './language.ts';
import { loadCreateWords, loadWords } from './words.ts';

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
    ns: ['common', 'invoices', 'deliveries', 'create', 'createFields'],
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
    add(instance, language, await loadWords(language));
  }
  if (hasCreateWords(instance, shownLanguage(instance)) && !hasCreateWords(instance, language)) {
    add(instance, language, await loadCreateWords(language));
  }
  await instance.changeLanguage(language);
}

/** Fetches the create page's words, in the language that is shown when they have come. */
export async function addCreateWords(instance: I18n): Promise<void> {
  for (;;) {
    const language = shownLanguage(instance);
    if (hasCreateWords(instance, language)) return;
    add(instance, language, await loadCreateWords(language));
  }
}

function shownLanguage(instance: I18n): Language {
  return instance.language === 'en' ? 'en' : 'ar';
}

function hasCreateWords(instance: I18n, language: Language): boolean {
  return instance.hasResourceBundle(language, 'create');
}

function add(instance: I18n, language: Language, words: Words | CreateWords): void {
  for (const [area, bundle] of Object.entries(words)) {
    instance.addResourceBundle(language, area, bundle);
  }
}
