import type { RenewalSlot } from './renewalSlots.ts';

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
export function createRenewalMemory(slots: readonly RenewalSlot[]): RenewalMemory {
  function read(): Renewal | null {
    for (const slot of slots) {
      const found = parse(tried(slot.read));
      if (found !== null) return found;
    }
    return null;
  }
  function answered(now: number): Renewal | null {
    const last = read();
    return last !== null && !last.settled && now - last.at < reloadWithinMs ? last : null;
  }
  function keep(renewal: Renewal): boolean {
    const text = JSON.stringify(renewal);
    return slots.some((slot) => {
      tried(() => slot.write(text));
      return tried(slot.read) === text;
    });
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

/** Null where the browser closes the place to the frame. */
function tried<Value>(attempt: () => Value): Value | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}

function parse(text: string | null): Renewal | null {
  const value: unknown = text === null ? null : tried(() => JSON.parse(text));
  if (typeof value !== 'object' || value === null) return null;
  if (!('address' in value) || typeof value.address !== 'string') return null;
  if (!('at' in value) || typeof value.at !== 'number') return null;
  return {
    address: value.address,
    at: value.at,
    settled: 'settled' in value && value.settled === true,
  };
}
