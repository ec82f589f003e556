import { type RefObject, useLayoutEffect } from 'react';

/**
 * A field that can't be changed while it is being sent can't keep the focus, nor can a button that is gone with its
 * alert: the button that says what is under way takes it. A focus outside, on the host's button, stays there.
 */
export function useFocusOnLock(form: RefObject<HTMLFormElement | null>, sending: boolean): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!sending || !document.hasFocus()) return;
    if (focused !== document.body && focused?.matches(':disabled') !== true) return;
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
  }, [form, sending]);
}
