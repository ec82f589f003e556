import type { EmbeddedApp } from '@salla.sa/embedded-sdk';
import type { Boot } from '../../contract/boot.ts';
import { languages } from '../../contract/languages.ts';
import type { NewSession } from '../../contract/session.ts';
import { connectApi } from '../api/api.ts';
import { isProblem } from '../api/ProblemError.ts';
import { createEmbeddedHost, languageOf } from '../host/embeddedHost.ts';
import type { RenewalMemory } from '../host/renewal.ts';
import { createSession } from '../host/session.ts';
import { watched } from '../host/watched.ts';
import { changeLanguage, createI18n } from '../i18n/i18n.ts';
import type { Words } from '../i18n/language.ts';
import type { Stopped } from './StoppedPage.tsx';
import { start } from './start.tsx';

interface FrameParts {
  boot: Boot;
  words: Words;
  sdk: EmbeddedApp;
  appId: string;
  memory: RenewalMemory;
  /** Null where the address has no token: the host is asked for one. */
  opening: Promise<NewSession> | null;
}

/** The SDK has no event for an answer that it has given up on. */
function hearConfirmResponses(heard: (confirmed: boolean) => void): void {
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || data?.event !== 'embedded::ui.confirm.response') return;
    heard(data.payload?.confirmed === true);
  });
}

/** How long the host may take to load the page anew before the person is told. */
const reloadWithinMs = 10_000;

export async function startInFrame(parts: FrameParts): Promise<void> {
  const { boot, sdk, opening } = parts;
  const i18n = createI18n(boot.language, parts.words);
  const stopped = watched<Stopped | null>(null);
  const session = createSession(null);
  const stop = (error: unknown) => stopped.set({ why: 'refused', error });

  let refusal: unknown = null;
  const host = createEmbeddedHost({
    sdk,
    appId: parts.appId,
    styleNonce: boot.nonce,
    installUrl: boot.installUrl,
    layout: {
      language: boot.language,
      direction: languages[boot.language].direction,
      theme: boot.theme ?? 'system',
    },
    memory: parts.memory,
    now: Date.now,
    address: () => location.pathname + location.search,
    onConfirmResponse: hearConfirmResponses,
    onStopped: () => stop(refusal),
  });
  const show = () => start({ host, i18n, session, stopped });

  // The SDK waits 10 s for a host and then rejects.
  const greeted = await sdk.init().catch(() => null);
  if (greeted === null) {
    stopped.set({ why: 'silent' });
    return show();
  }
  const { locale, dir, theme } = greeted.layout;
  const language = languageOf(locale);
  // Where its words can't be fetched the page goes on in the language that it has.
  const changed =
    language === boot.language ||
    (await changeLanguage(i18n, language).then(
      () => true,
      () => false,
    ));
  host.followLayout(
    changed
      ? { language, direction: dir, theme }
      : { language: boot.language, direction: languages[boot.language].direction, theme },
  );

  const opened =
    (await opening?.catch((error: unknown) => {
      refusal = error;
      return null;
    })) ?? null;
  if (opened === null) {
    const mayAsk = opening === null || isProblem(refusal, 'token_rejected');
    const renewing = mayAsk && host.renewSession();
    if (renewing) await new Promise((resolve) => setTimeout(resolve, reloadWithinMs));
    stop(refusal);
    return show();
  }
  session.open(opened);
  connectApi({
    sessionToken: () => opened.sessionToken,
    language: () => host.layout.get().language,
    sessionRefused: (problem) => {
      refusal = problem;
      return host.renewSession();
    },
  });
  return show();
}
