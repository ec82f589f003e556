import { createContext, useContext } from 'react';
import type { EmbeddedHost } from '../host/embeddedHost.ts';

export const EmbeddedHostContext = createContext<EmbeddedHost | null>(null);

/** The host where it is Salla's dashboard; null in a tab. */
export function useEmbeddedHost(): EmbeddedHost | null {
  return useContext(EmbeddedHostContext);
}
