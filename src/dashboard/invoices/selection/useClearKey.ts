import { useEffect } from 'react';
import { typesText } from '../list/keys.ts';

/** Escape clears the selection, unless it closes something or leaves a field. */
export function useClearKey(onClear: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.isComposing && !typesText(event)) onClear();
    }
    // Before anyone else: a question that this key answers is gone by the time the others hear of it.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [onClear]);
}
