import { createContext, useContext } from 'react';
import type { ResendTarget } from './resend.ts';

/** What a page's resend buttons do; the same object for as long as the page is shown. */
export interface Resender {
  /** Asks and sends; resolves when there is nothing more to ask. */
  resend: (target: ResendTarget) => Promise<void>;
  /** Takes back a delivery that has not left. */
  undo: (deliveryId: string) => Promise<void>;
  prefetch: (target: ResendTarget) => void;
}

export const ResendContext = createContext<Resender | null>(null);

/** For keys and primary actions; buttons are `ResendButton`. */
export function useResender(): Resender {
  const resender = useContext(ResendContext);
  if (resender === null) throw new Error('useResender outside of a ResendProvider');
  return resender;
}
