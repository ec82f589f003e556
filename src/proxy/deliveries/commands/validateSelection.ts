import type { FieldText } from '../../i18n/fieldTexts.ts';

/** By their place, the chosen ones that can't be taken, each with why. */
export type WhyNot = ReadonlyMap<number, FieldText>;

export function whyNotChosen(
  chosen: readonly string[],
  about: (id: string) => FieldText | null,
): WhyNot {
  return new Map(
    chosen.flatMap((id, place) => {
      const text = about(id);
      return text === null ? [] : [[place, text]];
    }),
  );
}
