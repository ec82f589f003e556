import { useEffect } from 'react';

/** The longest that systems take two presses for a double click. */
const doubleClickMs = 900;

/**
 * The second half of a double click on a dialog's button falls on the page beneath, once the dialog is gone:
 * on a link, or on another row's button. It is swallowed; a click of its own is not.
 */
export function useDoubleClickGuard(): void {
  useEffect(
    () => () => {
      window.addEventListener('click', swallowRepeated, true);
      setTimeout(() => window.removeEventListener('click', swallowRepeated, true), doubleClickMs);
    },
    [],
  );
}

function swallowRepeated(event: MouseEvent): void {
  if (event.detail < 2) return;
  event.preventDefault();
  event.stopPropagation();
}
