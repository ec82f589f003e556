/**
 * Remembers over the host's reload that a new session was asked for, and where the person was. Storage
 * may be closed to a frame; then nothing is remembered, and nothing may be renewed without being asked.
 */
export interface Renewal {
  /** Path and query of the page that was open; empty once it was gone back to. */
  address: string;
  /** Epoch ms. */
  at: number;
}

export interface RenewalMemory {
  /** The renewal that the page now loaded is the answer to, if any. */
  answered: (now: number) => Renewal | null;
  /** Whether a refused session may be renewed without asking the person: never in a loop. */
  mayRenew: (shownData: boolean, now: number) => boolean;
  /** False when it could not be kept. */
  keep: (renewal: Renewal) => boolean;
}

const key = 'invoice-desk.renewal';
/** A reload that comes later than this was not the answer to the renewal. */
const reloadWithinMs = 120_000;
/** Once data was shown, the next renewal waits at least this long. */
const apartMs = 30_000;

/** `storage` may throw, as `window.sessionStorage` does where a frame is not given any. */
export function createRenewalMemory(storage: () => Storage): RenewalMemory {
  function read(): Renewal | null {
    try {
      return parse(storage().getItem(key));
    } catch {
      // A frame without storage remembers nothing.
      return null;
    }
  }
  return {
    answered: (now) => {
      const last = read();
      return last !== null && now - last.at < reloadWithinMs ? last : null;
    },
    mayRenew: (shownData, now) => {
      const last = read();
      return last === null || now - last.at >= (shownData ? apartMs : reloadWithinMs);
    },
    keep: (renewal) => {
      try {
        storage().setItem(key, JSON.stringify(renewal));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function parse(text: string | null): Renewal | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('address' in value) || typeof value.address !== 'string') return null;
  if (!('at' in value) || typeof value.at !== 'number') return null;
  return { address: value.address, at: value.at };
}
