import type { i18n as I18n, TFunction } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { EnglishWords } from './language.ts';

type Area = keyof EnglishWords;
type WordsOf = { [Name in Area]: TFunction<Name> };

const WordsContext = createContext<WordsOf | null>(null);

interface WordsProviderProps {
  i18n: I18n;
  children: ReactNode;
}

/** The words for everything inside, in the language that i18next has. */
export function WordsProvider({ i18n, children }: WordsProviderProps) {
  const language = useSyncExternalStore(
    (changed) => {
      i18n.on('languageChanged', changed);
      return () => i18n.off('languageChanged', changed);
    },
    () => i18n.language,
    () => i18n.language,
  );
  const words = useMemo(
    () => ({
      common: remembering(i18n.getFixedT(language, 'common')),
      invoices: remembering(i18n.getFixedT(language, 'invoices')),
      deliveries: remembering(i18n.getFixedT(language, 'deliveries')),
      create: remembering(i18n.getFixedT(language, 'create')),
      createFields: remembering(i18n.getFixedT(language, 'createFields')),
      batches: remembering(i18n.getFixedT(language, 'batches')),
    }),
    [i18n, language],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}

/**
 * The words of an area. One context read, where react-i18next's hook keeps state and effects: a list of
 * 60 rows asks some 400 times, and took a sixth longer by it.
 *
 *     const { t } = useTranslation('invoices');
 */
export function useTranslation<Name extends Area = 'common'>(area?: Name): { t: WordsOf[Name] };
export function useTranslation(area: Area = 'common'): { t: WordsOf[Area] } {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useTranslation outside of a WordsProvider');
  return { t: words[area] };
}

/** The same function, looking a word without values up once: every row says the same few. */
function remembering<Translate extends TFunction<Area>>(translate: Translate): Translate {
  const said = new Map<unknown, unknown>();
  return new Proxy(translate, {
    apply(target, self, given: unknown[]) {
      const [key] = given;
      if (given.length > 1) return Reflect.apply(target, self, given);
      if (!said.has(key)) said.set(key, Reflect.apply(target, self, given));
      return said.get(key);
    },
  });
}
