import { type RefObject, useEffect, useRef } from 'react';
import type { UseFormSetFocus } from 'react-hook-form';
import type { CreateFormValues } from './createForm.ts';
import type { Failure } from './submission.ts';

/** When a submit failed, the focus goes to the first field that was refused, else to what else says why. */
export function useFocusOnRefusal(
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
