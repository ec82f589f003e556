import type { FocusEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import type { CreateFormValues } from '../createForm.ts';
import type { EnteredField } from './ruleSentence.ts';

/**
 * Props of an uncontrolled text input. On blur the text becomes `tidied(text)` and is validated; an error of Salla's
 * stays until the text changes.
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
    // After a submit react-hook-form validates only changed fields.
    if (getFieldState(name).error === undefined) await trigger(name);
  }

  return { ...input, onBlur };
}
