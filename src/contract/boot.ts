import type { Language } from './languages.ts';
import type { Session } from './session.ts';

/** What the document brings along for the first view: the dashboard knows it before its first call. */
export interface Boot {
  /** For styles under the Content-Security-Policy. */
  nonce: string;
  language: Language;
  /** Null follows the system. */
  theme: 'light' | 'dark' | null;
  /** Inside Salla's frame. */
  embedded: boolean;
  /** The session of the cookie; always null in Salla's frame. */
  session: Session | null;
  /** The app's page in Salla's store; null where the page is served without the proxy. */
  installUrl: string | null;
}
