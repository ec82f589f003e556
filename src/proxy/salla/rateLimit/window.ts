import type { RateHeaders } from './headers.ts';

/** What is known of a store's bucket in one minute of Salla's. */
export interface RateWindow {
  limit: number;
  /** As it was told last: calls without an answer are not in it. */
  remaining: number;
  /** Epoch ms. */
  resetAt: number;
  /** Who told `remaining`: Salla to this process, Salla to another one some seconds ago, Salla by a 429 without headers, or nobody. */
  source: 'headers' | 'heard' | 'refusal' | 'presumed';
  /** The step at which `remaining` was told. */
  step: number;
}

/** When a call left and was answered, epoch ms, and in which order with all others of the store (steps count up). */
export interface AnsweredCall {
  leftAt: number;
  leftStep: number;
  answeredAt: number;
  step: number;
  isRefused: boolean;
}

const minuteMs = 60_000;
/** Resets that differ by less than this are one: they are whole seconds, and may waver. */
const sameTurnMs = 5000;
/** Salla's smallest plan, for answers that say nothing. */
const smallestLimit = 120;
/** Until a minute that should be over, and isn't, is asked after again. */
const overdueMs = 1000;

/**
 * The window as an answer leaves it. Answers may come in another order than Salla counted in: only a call that left
 * after `remaining` was told can tell that more remains.
 */
export function windowAfter(
  known: RateWindow | null,
  reading: RateHeaders,
  call: AnsweredCall,
): RateWindow {
  const resetAt = turnAfter(known, reading.resetAt, call);
  if (known !== null && resetAt === null) return known;
  const ofNow = { resetAt: resetAt ?? call.leftAt + minuteMs, step: call.step };
  const limit = reading.limit ?? known?.limit ?? smallestLimit;
  const told = call.isRefused ? 0 : reading.remaining;
  const source = reading.remaining !== null ? 'headers' : call.isRefused ? 'refusal' : 'presumed';
  if (known === null || isLaterMinute(ofNow, known)) {
    return { ...ofNow, limit, remaining: Math.min(limit, told ?? limit - 1), source };
  }
  if (told === null) {
    return { ...known, ...ofNow, limit, remaining: Math.max(0, known.remaining - 1) };
  }
  const isLater = call.leftStep > known.step || limit !== known.limit;
  const isFirstRefusal = source === 'refusal' && known.source === 'presumed';
  if (!isLater && !isFirstRefusal && told >= known.remaining) {
    return { ...known, resetAt: ofNow.resetAt };
  }
  return { ...ofNow, limit, remaining: Math.min(limit, told), source };
}

export function isLaterMinute(one: { resetAt: number }, other: { resetAt: number }): boolean {
  return one.resetAt > other.resetAt + sameTurnMs;
}

/** When the minute is over that an answer speaks of, epoch ms; null where a newer one is known. */
function turnAfter(
  known: RateWindow | null,
  told: number | null,
  { leftAt, leftStep, answeredAt }: AnsweredCall,
): number | null {
  const isOdd =
    told === null || told <= leftAt - sameTurnMs || told > answeredAt + minuteMs + sameTurnMs;
  if (isOdd) {
    return known !== null && answeredAt < known.resetAt ? known.resetAt : leftAt + minuteMs;
  }
  const isEarlier = known !== null && told < known.resetAt - sameTurnMs;
  if (isEarlier && (leftStep < known.step || told <= answeredAt)) return null;
  if (told <= leftAt) return answeredAt + overdueMs;
  const isSame = known !== null && Math.abs(told - known.resetAt) <= sameTurnMs;
  return isSame ? Math.max(told, known.resetAt) : told;
}

/** The window with what another process was told: it knows less of now than what this one was told itself. */
export function mergeRemoteWindow(
  known: RateWindow | null,
  heard: Pick<RateWindow, 'limit' | 'remaining' | 'resetAt'>,
  now: number,
): RateWindow | null {
  if (heard.resetAt > now + minuteMs + sameTurnMs) return known;
  if (known === null || known.resetAt <= now) return { ...heard, source: 'heard', step: 0 };
  const isSame =
    Math.abs(heard.resetAt - known.resetAt) <= sameTurnMs && heard.limit === known.limit;
  if (!isSame) return known;
  return { ...known, remaining: Math.min(known.remaining, heard.remaining) };
}
