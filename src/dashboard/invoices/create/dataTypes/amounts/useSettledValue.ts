import { useFormContext, useWatch } from 'react-hook-form';
import { useDebounced } from '../../../useDebounced.ts';
import type { CreateFormValues } from '../../createForm.ts';

/** Warnings appear this long after the last key. */
const settleMs = 500;

/** The result of `find` once the values have not changed for a while; null at once when nothing is found. */
export function useSettledValue<Found>(
  find: (values: CreateFormValues) => Found | null,
): Found | null {
  const { control } = useFormContext<CreateFormValues>();
  const newest = useWatch({ control, compute: find });
  const settled = useDebounced(newest, settleMs);
  // A corrected value loses its warning immediately.
  return newest === null ? null : settled;
}
