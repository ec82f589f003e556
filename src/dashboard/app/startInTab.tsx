import { connectApi } from '../api/api.ts';
import type { Boot } from '../host/boot.ts';
import { createBrowserHost } from '../host/browserHost.ts';
import { createSession } from '../host/session.ts';
import { changeLanguage, createI18n } from '../i18n/i18n.ts';
import { directionOf, type Words } from '../i18n/language.ts';
import { start } from './start.tsx';

export async function startInTab(boot: Boot, words: Words): Promise<void> {
  const { language } = boot;
  const session = createSession(boot.session);
  const i18n = createI18n(language, words);
  const host = createBrowserHost({
    styleNonce: boot.nonce,
    installUrl: boot.installUrl,
    page: document,
    layout: { language, direction: directionOf(language), theme: boot.theme ?? 'system' },
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
