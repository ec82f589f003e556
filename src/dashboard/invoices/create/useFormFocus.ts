import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { UseFormSetFocus } from 'react-hook-form';
import type { CreateFormValues } from './createForm.ts';
import type { Failure } from './submission.ts';

/** After a failed submit the first field with an error takes the focus, else the first other message. */
export function useFocusOnFailure(
  failure: Failure | null,
  setFocus: UseFormSetFocus<CreateFormValues>,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure === null) return;
    const [first] = failure.kind === 'refused' ? failure.refusal.inputs : [];
    if (first !== undefined) setFocus(first.name);
    else form.current?.querySelector<HTMLElement>('[data-refusal]')?.focus();
  }, [failure, setFocus]);
  return form;
}

/**
 * Disabled fields and removed buttons lose the focus: while sending, the submit button takes it. A focus outside of the
 * page, on the host's button, stays there.
 */
export function useFocusWhileSending(
  form: RefObject<HTMLFormElement | null>,
  sending: boolean,
): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (!sending || !document.hasFocus()) return;
    if (focused !== document.body && focused?.matches(':disabled') !== true) return;
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
  }, [form, sending]);
}
