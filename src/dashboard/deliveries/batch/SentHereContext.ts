import { createContext, useContext } from 'react';
import type { Delivery } from '../../../contract/delivery.ts';

/** What a person sent anew on this page, one at a time. */
export interface SentHere {
  /** What follows a delivery, by the delivery's id, as it was last heard of. */
  followers: ReadonlyMap<string, Delivery>;
  /** Takes one back that has not left. */
  undo: (follower: Delivery) => Promise<void>;
}

export const SentHereContext = createContext<SentHere>({
  followers: new Map(),
  undo: () => Promise.resolve(),
});

export function useSentHere(): SentHere {
  return useContext(SentHereContext);
}
