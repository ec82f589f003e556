import { type RefObject, useLayoutEffect } from 'react';

/** A field that can't be changed while it is being sent can't keep the focus: the button that says so takes it. */
export function useFocusOnLock(form: RefObject<HTMLFormElement | null>, sending: boolean): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!sending || !form.current?.contains(focused) || !focused?.matches(':disabled')) return;
    form.current.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
  }, [form, sending]);
}
