/** A place for one text that outlives a reload of the page. Each may fail: a frame may be given none. */
export interface ReloadSlot {
  /** Throws where the place is closed. */
  read: () => string | null;
  /** Throws or does nothing where the place is closed or the text too long. */
  write: (text: string) => void;
  /** Throws where the place is closed. */
  clear: () => void;
}

/** `storage` is a function because already `window.sessionStorage` throws where it is closed. */
export function sessionStorageSlot(key: string, storage: () => Storage): ReloadSlot {
  return {
    read: () => storage().getItem(key),
    write: (text) => storage().setItem(key, text),
    clear: () => storage().removeItem(key),
  };
}

interface CookieOf {
  key: string;
  keptSeconds: number;
}

/**
 * Browsers that block third-party cookies close the storage of a frame as well, but keep cookies that
 * are partitioned by the site around the frame. It is gone by itself after `keptSeconds`. It is of every path, and
 * so goes along with every request: a document reads the cookies of the address that it was loaded at, which the
 * host chooses, whatever address it shows since.
 */
export function partitionedCookieSlot(
  { key, keptSeconds }: CookieOf,
  page: { cookie: string },
): ReloadSlot {
  const set = (value: string, seconds: number) => {
    page.cookie = `${key}=${value}; Path=/; Max-Age=${seconds}; SameSite=None; Secure; Partitioned`;
  };
  return {
    read: () => {
      const found = page.cookie.split('; ').find((cookie) => cookie.startsWith(`${key}=`));
      return found === undefined ? null : decodeURIComponent(found.slice(key.length + 1));
    },
    write: (text) => set(encodeURIComponent(text), keptSeconds),
    clear: () => set('', 0),
  };
}

/** Keeps a text in the first of the places that works; false where none does. */
export function keepText(slots: readonly ReloadSlot[], text: string): boolean {
  return slots.some((slot) => {
    tried(() => slot.write(text));
    return tried(slot.read) === text;
  });
}

/** What the places hold, the first one's first. */
export function keptTexts(slots: readonly ReloadSlot[]): string[] {
  return slots.map((slot) => tried(slot.read)).filter((text) => text !== null);
}

export function clearText(slots: readonly ReloadSlot[]): void {
  for (const slot of slots) tried(slot.clear);
}

/** A kept text's value; null where it is no JSON, as anything may have been written there. */
export function parseJson(text: string): unknown {
  return tried((): unknown => JSON.parse(text));
}

/** Null where it fails: a place that the browser closes to the frame, text that is no JSON. */
function tried<Value>(attempt: () => Value): Value | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}
