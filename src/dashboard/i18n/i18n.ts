import { createInstance, type i18n as I18n } from 'i18next';
import type { Language } from '../../contract/languages.ts';
import type { BatchWords, CreateWords, EnglishWords, Words } from './language.ts';
import { loadBatchWords, loadCreateWords, loadWords } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: EnglishWords;
  }
}

/** What needs words that the start does without, by the area that tells whether they have come. */
const laterWords = { create: loadCreateWords, batches: loadBatchWords } as const;
const laterAreas = ['create', 'batches'] as const;
type LaterArea = keyof typeof laterWords;

export function createI18n(language: Language, words: Words): I18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { ...words } },
    ns: ['common', 'invoices', 'deliveries', 'create', 'createFields', 'batches'],
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
  for (const area of laterAreas) {
    const shown = instance.hasResourceBundle(shownLanguage(instance), area);
    if (!shown || instance.hasResourceBundle(language, area)) continue;
    add(instance, language, await laterWords[area](language));
  }
  await instance.changeLanguage(language);
}

/** Fetches words that the start does without, in the language that is shown when they have come. */
export async function addWords(instance: I18n, area: LaterArea): Promise<void> {
  for (;;) {
    const language = shownLanguage(instance);
    if (instance.hasResourceBundle(language, area)) return;
    add(instance, language, await laterWords[area](language));
  }
}

function shownLanguage(instance: I18n): Language {
  return instance.language === 'en' ? 'en' : 'ar';
}

function add(instance: I18n, language: Language, words: Words | CreateWords | BatchWords): void {
  for (const [area, bundle] of Object.entries(words)) {
    instance.addResourceBundle(language, area, bundle);
  }
}
