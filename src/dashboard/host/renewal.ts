import { keepText, keptTexts, parseJson, type ReloadSlot } from './reloadSlots.ts';

/**
 * Remembers over the host's reload that a new session was asked for, and where the person was. Storage
 * may be closed to a frame; then nothing is remembered, and nothing may be renewed without being asked.
 */
export interface Renewal {
  /** Path and query of the page that was open; empty once it was gone back to. */
  address: string;
  /** Epoch ms. */
  at: number;
  /** The page came back and showed data: it was answered. */
  settled: boolean;
}

export interface RenewalMemory {
  /** The renewal that the page now loaded is the answer to, if any. */
  answered: (now: number) => Renewal | null;
  /** Whether a refused session may be renewed without asking the person: never in a loop. */
  mayRenew: (shownData: boolean, now: number) => boolean;
  /** The page that was loaded for a renewal showed its data. */
  settle: (now: number) => void;
  /** False when it could not be kept. */
  keep: (renewal: Renewal) => boolean;
}

/** A reload that comes later than this was not the answer to the renewal. */
export const reloadWithinMs = 120_000;
/** Once data was shown, the next renewal waits at least this long. */
const apartMs = 30_000;

/** Keeps it in the first of the places that works. */
export function createRenewalMemory(slots: readonly ReloadSlot[]): RenewalMemory {
  function read(): Renewal | null {
    return (
      keptTexts(slots)
        .map(parse)
        .find((renewal) => renewal !== null) ?? null
    );
  }
  function answered(now: number): Renewal | null {
    const last = read();
    return last !== null && !last.settled && now - last.at < reloadWithinMs ? last : null;
  }
  function keep(renewal: Renewal): boolean {
    return keepText(slots, JSON.stringify(renewal));
  }
  return {
    answered,
    keep,
    settle: (now) => {
      const last = answered(now);
      if (last !== null) keep({ ...last, settled: true });
    },
    mayRenew: (shownData, now) => {
      const last = read();
      if (last === null) return true;
      if (shownData) return now - last.at >= apartMs;
      return last.settled || now - last.at >= reloadWithinMs;
    },
  };
}

function parse(text: string): Renewal | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('address' in value) || typeof value.address !== 'string') return null;
  if (!('at' in value) || typeof value.at !== 'number') return null;
  return {
    address: value.address,
    at: value.at,
    settled: 'settled' in value && value.settled === true,
  };
}
