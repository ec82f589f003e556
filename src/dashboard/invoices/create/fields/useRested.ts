import { useFormContext, useWatch } from 'react-hook-form';
import { useDebounced } from '../../useDebounced.ts';
import type { CreateFormValues } from '../createForm.ts';

/** Nobody is told of a difference while still typing. */
const restMs = 500;

/** What is found in the values once they rest; null at once where nothing is found any more. */
export function useRested<Found>(find: (values: CreateFormValues) => Found | null): Found | null {
  const { control } = useFormContext<CreateFormValues>();
  const newest = useWatch({ control, compute: find });
  const rested = useDebounced(newest, restMs);
  // What was just put right is not called wrong for another moment.
  return newest === null ? null : rested;
}
