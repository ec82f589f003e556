import type { RateLimitReason } from '../../../contract/problemCodes.ts';
import type { TransportAnswer } from '../client/transport.ts';

/**
 * For whom a call is: for a person who reads, for one who waits for a single send, or for one of many sends.
 * `finishing` is what else a send asks that has begun already; `background` is for nobody who waits.
 */
export type Urgency = 'browsing' | 'interactive' | 'finishing' | 'bulk' | 'background';

/** Leave for one call. It ends once, by what is said first; what is said after that changes nothing. */
export interface Permit {
  readonly urgency: Urgency;
  /** The call leaves now. */
  leaves(): void;
  /** No call left. */
  giveBack(): void;
  /** The call was answered. */
  answered(answer: TransportAnswer): void;
  /** The call left, or may have, and no answer came. */
  lost(): void;
}

/** What Salla's headers said last of a store's bucket, `remaining` without what has left since. `resetAt` is epoch ms. */
export interface RateSnapshot {
  limit: number;
  remaining: number;
  resetAt: number;
}

/** What other processes know of a store. Instants are epoch ms, 0 for never. */
export interface RemoteRateInfo extends Partial<RateSnapshot> {
  /** When one of them last called for a person, and when one such call was last told 429. */
  browsedAt: number;
  refusedAt: number;
}

/**
 * Not now. It is worth asking again in `waitMs`; whoever comes behind others waits `eachMs` longer for each of them,
 * but nobody longer than until `openAt` (epoch ms). `reason`: Salla named a time to wait, or the store's calls are spent.
 */
export interface Blocked {
  waitMs: number;
  eachMs: number;
  openAt: number;
  reason: RateLimitReason;
}
