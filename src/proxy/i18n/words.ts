import type { Language } from '../../contract/languages.ts';
import { ar } from './ar.ts';
import { en, type ProxyWords } from './en.ts';

/** Every text that the proxy says, by language. A new language of the contract is a compile error until it has its words. */
export const words: Readonly<Record<Language, ProxyWords>> = { ar, en };

/** A problem's detail that says more than its code's own. */
export type DetailKey = keyof ProxyWords['details'];
