import type { FieldText } from '../../http/fieldErrors.ts';

/** By their place, the chosen ones that can't be taken, each with why. */
export type SelectionErrors = ReadonlyMap<number, FieldText>;

export function validateSelection(
  chosen: readonly string[],
  about: (id: string) => FieldText | null,
): SelectionErrors {
  return new Map(
    chosen.flatMap((id, place) => {
      const text = about(id);
      return text === null ? [] : [[place, text]];
    }),
  );
}
