import type { FocusEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import type { CreateFormValues } from '../createForm.ts';
import type { EnteredField } from './ruleSentence.ts';

/**
 * A line of text of the form, uncontrolled. When it is left, it stands there as it was understood (`tidied`), and is
 * judged; a refusal of Salla's stays until the text is changed.
 */
export function useTextInput(
  name: Exclude<EnteredField, 'file'>,
  tidied: (typed: string) => string,
) {
  const { register, setValue, getFieldState, trigger } = useFormContext<CreateFormValues>();
  const input = register(name);

  async function onBlur(event: FocusEvent<HTMLInputElement>) {
    const typed = event.target.value;
    const understood = tidied(typed);
    if (understood !== typed) setValue(name, understood, { shouldDirty: true });
    await input.onBlur(event);
    // After a submit the form itself looks only at what is changed.
    if (getFieldState(name).error === undefined) await trigger(name);
  }

  return { ...input, onBlur };
}
