import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';
import type { Watched } from '../../host/Host.ts';
import type { ResendTarget } from './resend.ts';

/** Told whether something is under way; while a question waits for the person, nothing is. */
export type OnWorking = (working: boolean) => void;

/** What a page's resend buttons do; the same object for as long as the page is shown. */
export interface Resender {
  /** Asks and sends; resolves when there is nothing more to ask, to whether it is under way. */
  resend: (target: ResendTarget, onWorking?: OnWorking) => Promise<boolean>;
  /** Asks the same, and sends what failed, is unconfirmed or was taken back as a new delivery; null where it was not. */
  sendAgain: (delivery: Delivery, onWorking?: OnWorking) => Promise<Delivery | null>;
  /** The orders about which something is being read or sent for a press; none while its question waits for the person. */
  working: Watched<ReadonlySet<number>>;
  /** Takes back a delivery that has not left. */
  undo: (deliveryId: string) => Promise<void>;
  /** Fetches ahead what asking takes, once a person seems about to. */
  prefetch: () => void;
}

export const ResendContext = createContext<Resender | null>(null);

/** For keys and primary actions; buttons are `ResendButton`. */
export function useResender(): Resender {
  const resender = useContext(ResendContext);
  if (resender === null) throw new Error('useResender outside of a ResendProvider');
  return resender;
}

/** Whether a press about this order is being worked on, whatever was pressed: a button, a key, the host's action. */
export function useIsWorking({ working }: Resender, orderId: number): boolean {
  const get = () => working.get().has(orderId);
  return useSyncExternalStore(working.subscribe, get, get);
}
