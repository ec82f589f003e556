import { type RefObject, useEffect, useRef } from 'react';

/** Where a button in there was pressed and is gone by it, the focus goes to the first that is left. `change`: what takes buttons away. */
export function useFocusKept(within: RefObject<HTMLElement | null>, change: string): void {
  const held = useRef(false);
  useEffect(() => {
    const part = within.current;
    const onFocus = ({ target }: FocusEvent) => {
      held.current = target instanceof Node && part?.contains(target) === true;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [within]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks anew at each change
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    within.current
      ?.querySelector<HTMLElement>('button:not(:disabled)')
      ?.focus({ preventScroll: true });
  }, [within, change]);
}
