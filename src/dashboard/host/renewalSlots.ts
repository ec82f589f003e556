/** A place that outlives a reload of the frame. Both may fail: a frame may be given neither. */
export interface RenewalSlot {
  /** Throws where the place is closed. */
  read: () => string | null;
  /** Throws or does nothing where the place is closed. */
  write: (text: string) => void;
}

const key = 'invoice-desk.renewal';

/** `storage` is a function because already `window.sessionStorage` throws where it is closed. */
export function sessionStorageSlot(storage: () => Storage): RenewalSlot {
  return {
    read: () => storage().getItem(key),
    write: (text) => storage().setItem(key, text),
  };
}

/**
 * Browsers that block third-party cookies close the storage of a frame as well, but keep cookies that
 * are partitioned by the site around the frame. It is gone by itself after `keptSeconds`.
 */
export function partitionedCookieSlot(page: { cookie: string }, keptSeconds: number): RenewalSlot {
  return {
    read: () => {
      const found = page.cookie.split('; ').find((cookie) => cookie.startsWith(`${key}=`));
      return found === undefined ? null : decodeURIComponent(found.slice(key.length + 1));
    },
    write: (text) => {
      const value = encodeURIComponent(text);
      page.cookie = `${key}=${value}; Path=/; Max-Age=${keptSeconds}; SameSite=None; Secure; Partitioned`;
    },
  };
}
