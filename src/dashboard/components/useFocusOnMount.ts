import { type RefObject, useEffect, useRef } from 'react';

/** A ref whose element takes the focus when it appears, if it is to. */
export function useFocusOnMount<Target extends HTMLElement>(
  takesFocus: boolean,
): RefObject<Target | null> {
  const element = useRef<Target>(null);
  const takesItNow = useRef(takesFocus);
  useEffect(() => {
    if (takesItNow.current) element.current?.focus();
  }, []);
  return element;
}
