import type { Session } from '../../contract/session.ts';
import type { Language } from '../i18n/language.ts';

/** What the proxy says to the page it serves. */
export interface Boot {
  nonce: string;
  language: Language;
  /** null: the person has not chosen. */
  theme: 'light' | 'dark' | null;
  embedded: boolean;
  /** The session of the cookie; always null in Salla's frame. */
  session: Session | null;
  /** The app's page in Salla's store, where it is known. */
  installUrl: string | null;
}

const unsaid: Boot = {
  nonce: '',
  language: 'ar',
  theme: null,
  embedded: false,
  session: null,
  installUrl: null,
};

/** Reads the data block that the proxy wrote into the page. */
export function readBoot(page: Document): Boot {
  const text = page.getElementById('boot')?.textContent;
  return text ? { ...unsaid, ...JSON.parse(text) } : unsaid;
}
