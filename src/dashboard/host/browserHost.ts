import { type Language, languages } from '../../contract/languages.ts';
import type {
  Confirmation,
  ConfirmOutcome,
  Host,
  Layout,
  PrimaryAction,
  ThemeChoice,
  ToastKind,
} from './Host.ts';
import { pageReload } from './reloading.ts';
import { type WatchedValue, watched } from './watched.ts';

export interface Notice {
  id: number;
  kind: ToastKind;
  message: string;
}

export interface Question extends Confirmation {
  answer: (confirmed: boolean) => void;
}

/** A tab of its own: the dashboard draws what Salla's dashboard draws around the frame. */
export interface BrowserHost extends Host {
  readonly kind: 'tab';
  readonly notice: WatchedValue<Notice | null>;
  readonly question: WatchedValue<Question | null>;
  chooseLanguage(language: Language): Promise<void>;
  chooseTheme(theme: ThemeChoice): void;
}

export interface BrowserHostParts {
  styleNonce: string;
  installUrl: string | null;
  layout: Layout;
  page: Document;
  /** The name behind every page's title. */
  productName: () => string;
  /** Has the words there before the language changes. */
  prepareLanguage: (language: Language) => Promise<void>;
  onSessionEnded: () => void;
}

export function createBrowserHost(parts: BrowserHostParts): BrowserHost {
  const layout = watched(parts.layout);
  const primaryAction = watched<PrimaryAction | null>(null);
  const notice = watched<Notice | null>(null);
  const question = watched<Question | null>(null);
  let notices = 0;
  return {
    kind: 'tab',
    styleNonce: parts.styleNonce,
    installUrl: parts.installUrl,
    layout,
    primaryAction,
    notice,
    question,
    setTitle: (title) => {
      parts.page.title = `${title} · ${parts.productName()}`;
    },
    setPrimaryAction: primaryAction.set,
    toast: (kind, message) => {
      notices += 1;
      notice.set({ id: notices, kind, message });
    },
    confirm: (asked) => {
      question.get()?.answer(false);
      return new Promise<ConfirmOutcome>((resolve) => {
        const answer = (confirmed: boolean) => {
          question.set(null);
          resolve(confirmed ? 'confirmed' : 'declined');
        };
        question.set({ ...asked, answer });
      });
    },
    unanswered: watched<string | null>(null),
    dismissUnanswered: () => {},
    renewSession: () => {
      // Signing in again loads the page anew.
      pageReload.prepare();
      parts.onSessionEnded();
      return false;
    },
    reload: () => parts.page.location.reload(),
    ready: () => {},
    chooseLanguage: async (language) => {
      await parts.prepareLanguage(language);
      remember(parts.page, 'language', language);
      layout.set({ ...layout.get(), language, direction: languages[language].direction });
    },
    chooseTheme: (theme) => {
      remember(parts.page, 'theme', theme === 'system' ? null : theme);
      layout.set({ ...layout.get(), theme });
    },
  };
}

const year = 31_536_000;

/** A choice that the proxy reads at the next visit; null forgets it. */
function remember(page: Document, name: string, value: string | null): void {
  // The proxy renders with it, so it is a cookie; `cookieStore` is missing in browsers of last year.
  page.cookie = `${name}=${value ?? ''}; Path=/; SameSite=Lax; Max-Age=${value === null ? 0 : year}`;
}
