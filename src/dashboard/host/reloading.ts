import { useEffect, useRef } from 'react';
import { createPageReload, reloadsApartMs } from './pageReload.ts';
import { createPressMemory, type Press, pressKeptMs } from './pressMemory.ts';
import { partitionedCookieSlot, type ReloadSlot, sessionStorageSlot } from './reloadSlots.ts';

/** How long the proxy may take to say that it is there. */
const reachableWithinMs = 5000;

/** Places for a text that a reload by the page itself needs; in a frame without storage a cookie of so long. */
export function documentSlots(key: string, keptMs: number): ReloadSlot[] {
  return [
    sessionStorageSlot(key, () => window.sessionStorage),
    {
      read: () => partitioned().read(),
      write: (text) => partitioned().write(text),
      clear: () => partitioned().clear(),
    },
  ];

  function partitioned(): ReloadSlot {
    return partitionedCookieSlot({ key, keptSeconds: keptMs / 1000 }, document);
  }
}

/** How this document is loaded again, and what is kept over that. */
export const pageReload = createPageReload({
  slots: documentSlots('invoice-desk.reloaded', reloadsApartMs),
  now: Date.now,
  isReachable: async () => {
    const signal = AbortSignal.timeout(reachableWithinMs);
    const { pathname } = location;
    const answer = fetch(pathname, {
      method: 'HEAD',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    });
    return answer.then(
      ({ status }) => status < 500,
      () => false,
    );
  },
  reload: () => location.reload(),
});

export const presses = createPressMemory(
  documentSlots('invoice-desk.press', pressKeptMs),
  Date.now,
);

/** While this is shown the page does not load itself again unless the guard agrees; it keeps what would be lost. */
export function useReloadGuard(guard: () => boolean): void {
  const newest = useRef(guard);
  useEffect(() => {
    newest.current = guard;
  });
  useEffect(() => pageReload.addGuard(() => newest.current()), []);
}

/** Does again what was pressed when the page had to load itself again: the person is asked as after a press. */
export function usePressAgain<Kind extends Press['kind']>(
  kind: Kind,
  again: (press: Extract<Press, { kind: Kind }>) => void,
): void {
  const newest = useRef(again);
  useEffect(() => {
    newest.current = again;
  });
  useEffect(() => {
    const look = () => {
      const press = presses.take(kind);
      if (isOf(press, kind)) newest.current(press);
    };
    look();
    return presses.resumed.subscribe(look);
  }, [kind]);
}

function isOf<Kind extends Press['kind']>(
  press: Press | null,
  kind: Kind,
): press is Extract<Press, { kind: Kind }> {
  return press?.kind === kind;
}
