import { type RefObject, useEffect } from 'react';
import { letterOf, typesText } from './keys.ts';

/** `/` puts the cursor into this field. */
export function useSearchKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (letterOf(event) !== '/' || typesText(event)) return;
      field.current?.focus();
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field]);
}
