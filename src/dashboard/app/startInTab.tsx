import type { Boot } from '../../contract/boot.ts';
import { languages } from '../../contract/languages.ts';
import { connectApi } from '../api/api.ts';
import { createBrowserHost } from '../host/browserHost.ts';
import { createSession } from '../host/session.ts';
import { changeLanguage, createI18n } from '../i18n/i18n.ts';
import type { Words } from '../i18n/language.ts';
import { start } from './start.tsx';

export async function startInTab(boot: Boot, words: Words): Promise<void> {
  const { language } = boot;
  const session = createSession(boot.session);
  const i18n = createI18n(language, words);
  const host = createBrowserHost({
    styleNonce: boot.nonce,
    installUrl: boot.installUrl,
    page: document,
    layout: { language, direction: languages[language].direction, theme: boot.theme ?? 'system' },
    productName: () => i18n.t('product'),
    prepareLanguage: (chosen) => changeLanguage(i18n, chosen),
    onSessionEnded: session.end,
  });
  connectApi({
    sessionToken: () => null,
    language: () => host.layout.get().language,
    sessionRefused: host.renewSession,
  });
  await start({ host, i18n, session });
}
