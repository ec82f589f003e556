import { createContext, useContext } from 'react';
import type { BrowserHost } from '../host/browserHost.ts';

export const BrowserHostContext = createContext<BrowserHost | null>(null);

/** The host where it is a tab, with the choices that a person has there; null in Salla's frame. */
export function useBrowserHost(): BrowserHost | null {
  return useContext(BrowserHostContext);
}
