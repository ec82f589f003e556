import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { CreateFormValues } from './createForm.ts';

/**
 * Whether there is something to lose; a choice alone is quickly made again. The form is drawn anew when that changes,
 * and not with the first key in every field.
 */
export function useHasTyped({
  subscribe,
}: UseFormReturn<CreateFormValues, unknown, CreateInvoice>): boolean {
  const [hasTyped, setHasTyped] = useState(false);
  useEffect(
    () =>
      subscribe({
        formState: { dirtyFields: true },
        callback: ({ dirtyFields = {} }) => {
          const { dataType: _, ...typed } = dirtyFields;
          setHasTyped(Object.keys(typed).length > 0);
        },
      }),
    [subscribe],
  );
  return hasTyped;
}
