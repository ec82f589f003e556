import { type RefObject, useEffect, useRef } from 'react';
import { letterOf, typesText } from './keys.ts';

/** `/` puts the cursor into the field that gets this ref. */
export function useSearchKey(): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (letterOf(event) !== '/' || typesText(event)) return;
      input.current?.focus();
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return input;
}
