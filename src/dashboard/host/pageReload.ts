import { keepText, keptTexts, type ReloadSlot } from './reloadSlots.ts';

/**
 * Asked before the page loads itself again: keeps what that would lose. False where it would be lost, or where the person is in
 * the middle of something: a question that is open, a call that is under way, a file that was chosen.
 */
type ReloadGuard = () => boolean;

export interface PageReload {
  addGuard: (guard: ReloadGuard) => () => void;
  /** Has everything kept that can be; false where something would be lost. */
  prepare: () => boolean;
  /**
   * Loads the page again because a part of it could not be fetched, as after a deployment. True where that is under way; false
   * where it was done a short while ago, where the proxy can't be reached, or where a guard objects.
   */
  recover: () => Promise<boolean>;
  /** How this page is loaded again, once that is known. */
  connect: (reload: () => void) => void;
}

interface PageReloadParts {
  slots: readonly ReloadSlot[];
  now: () => number;
  /** Whether a page would come: a browser that loads in vain shows its own error page. */
  isReachable: () => Promise<boolean>;
  reload: () => void;
}

/** Parts that are missing right after a reload are not missing because the page was old. */
export const reloadsApartMs = 300_000;

export function createPageReload(parts: PageReloadParts): PageReload {
  const { slots, now } = parts;
  const guards = new Set<ReloadGuard>();
  let { reload } = parts;
  let recovering: Promise<boolean> | null = null;

  function wasReloaded(): boolean {
    return keptTexts(slots).some((text) => now() - Number(text) < reloadsApartMs);
  }
  // Each is asked, for each keeps something.
  function prepare(): boolean {
    return [...guards].map((guard) => guard()).every(Boolean);
  }
  async function recover(): Promise<boolean> {
    if (wasReloaded() || !(await parts.isReachable())) return false;
    if (!prepare() || !keepText(slots, String(now()))) return false;
    reload();
    return true;
  }
  return {
    addGuard: (guard) => {
      guards.add(guard);
      return () => guards.delete(guard);
    },
    prepare,
    recover: () => {
      recovering ??= recover().finally(() => {
        recovering = null;
      });
      return recovering;
    },
    connect: (how) => {
      reload = how;
    },
  };
}
