import type { EmbeddedApp } from '@salla.sa/embedded-sdk';
import type { Language } from '../../contract/languages.ts';
import type { Host, Layout } from './Host.ts';
import { createHostPages, type HostPages } from './hostPages.ts';
import { pageReload } from './reloading.ts';
import type { RenewalMemory } from './renewal.ts';
import { watched } from './watched.ts';

export interface EmbeddedHostParts {
  sdk: EmbeddedApp;
  /** Salla's number of this app; its pages' addresses in the host have it. */
  appId: string;
  styleNonce: string;
  installUrl: string | null;
  layout: Layout;
  memory: RenewalMemory;
  now: () => number;
  /** Path and query of the page that is open. */
  address: () => string;
  /** Every answer to a question that the host sends, also those that the SDK no longer waits for. */
  onConfirmResponse: (heard: (confirmed: boolean) => void) => void;
  /** A refused session that may not be renewed by itself any more. */
  onStopped: () => void;
}

/** Salla's frame: title, action, toasts and questions are the host's. */
export interface EmbeddedHost extends Host {
  readonly kind: 'embedded';
  /** The dashboard's pages among the host's navigation. */
  readonly pages: HostPages;
  /** What the host said of its language, direction and theme. */
  followLayout(layout: Layout): void;
  /** Asks for a new session because the person said so, whatever was asked before. */
  renewNow(): void;
  /** Goes on in Salla's dashboard: the host takes the page away. */
  leave(): void;
}

const actionValue = 'primary-action';

export function createEmbeddedHost(parts: EmbeddedHostParts): EmbeddedHost {
  const { sdk, memory, now } = parts;
  const layout = watched(parts.layout);
  const primaryAction = watched(null);
  const unanswered = watched<string | null>(null);
  let clicked: (() => void) | null = null;
  let shownData = false;
  let renewing = false;
  let asking = 0;
  /** The question that the SDK gave up on; the host may still show it. */
  let givenUp: string | null = null;

  sdk.onThemeChange((theme) => layout.set({ ...layout.get(), theme }));
  sdk.nav.onActionClick((value) => {
    if (value === actionValue) clicked?.();
  });

  function sayUnanswered(sentence: string): void {
    unanswered.set(sentence);
    sdk.ui.toast.show({ type: 'warning', message: sentence });
  }

  /**
   * A "yes" that comes after the SDK gave up is not acted upon: what the question said may have changed. The person is told
   * at the moment of the press. A late "no" needs no sentence.
   */
  parts.onConfirmResponse((confirmed) => {
    if (asking > 0 || givenUp === null) return;
    if (confirmed) sayUnanswered(givenUp);
    else unanswered.set(null);
    givenUp = null;
  });

  /** False when it would be forgotten over the reload. */
  function remember(): boolean {
    pageReload.prepare();
    return memory.keep({ address: parts.address(), at: now(), settled: false });
  }

  function loadAnew(): void {
    remember();
    sdk.auth.refresh();
  }

  return {
    kind: 'embedded',
    pages: createHostPages(sdk.nav, parts.appId),
    styleNonce: parts.styleNonce,
    installUrl: parts.installUrl,
    layout,
    primaryAction,
    followLayout: layout.set,
    setTitle: (title) => sdk.page.setTitle(title),
    setPrimaryAction: (action) => {
      clicked = action?.onClick ?? null;
      if (action === null) sdk.nav.clearAction();
      else {
        const { title, disabled = false } = action;
        sdk.nav.setAction({ title, value: actionValue, disabled });
      }
    },
    toast: (type, message) => sdk.ui.toast.show({ type, message }),
    confirm: async ({ unanswered: sentence, ...question }) => {
      unanswered.set(null);
      givenUp = null;
      asking += 1;
      const release = pageReload.addGuard(() => false);
      try {
        const { confirmed } = await sdk.ui.confirm(question);
        return confirmed ? 'confirmed' : 'declined';
      } catch {
        // The SDK rejects after 30 s, and the host's dialog may stay open: this is not a "no".
        givenUp = sentence;
        sayUnanswered(sentence);
        return 'unanswered';
      } finally {
        asking -= 1;
        release();
      }
    },
    unanswered,
    dismissUnanswered: () => unanswered.set(null),
    renewSession: () => {
      if (renewing) return true;
      renewing = memory.mayRenew(shownData, now()) && remember();
      if (renewing) sdk.auth.refresh();
      else parts.onStopped();
      return renewing;
    },
    renewNow: loadAnew,
    // The frame's own reload would lack the token on its address.
    reload: loadAnew,
    leave: () => sdk.destroy(),
    ready: () => {
      shownData = true;
      memory.settle(now());
      sdk.ready();
    },
  };
}

/** The host's locale as one of our languages; Arabic unless it says English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'ar';
}
