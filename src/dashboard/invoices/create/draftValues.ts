import type { DefaultValues, UseFormSetValue } from 'react-hook-form';
import type { CreateFormValues } from './createForm.ts';
import type { KeptDraft } from './draftStore.ts';

const textNames = [
  'invoiceNumber',
  'subTotal',
  'shippingCost',
  'cashOnDeliveryCost',
  'tax',
  'taxValue',
  'total',
  'url',
] as const;

export const nothingTyped: Omit<KeptDraft, 'unanswered'> = { typed: {}, fileName: null };

/** What differs from what the form holds where nobody typed. */
export function draftOf(
  values: CreateFormValues,
  defaults: Readonly<DefaultValues<CreateFormValues>>,
): Omit<KeptDraft, 'unanswered'> | null {
  const typed: KeptDraft['typed'] = {};
  for (const name of textNames) {
    if (values[name] !== defaults[name]) typed[name] = values[name];
  }
  const { dataType, file } = values;
  if (dataType !== null && dataType !== defaults.dataType) typed.dataType = dataType;
  if (Object.keys(typed).length === 0 && file === null) return null;
  return { typed, fileName: dataType === 'file' && file !== null ? file.file.name : null };
}

/** Puts a draft into the form as if it was typed again. */
export function restore({ typed }: KeptDraft, setValue: UseFormSetValue<CreateFormValues>): void {
  for (const name of textNames) {
    const text = typed[name];
    if (text !== undefined) setValue(name, text, { shouldDirty: true });
  }
  if (typed.dataType !== undefined) setValue('dataType', typed.dataType, { shouldDirty: true });
}

/** The same text for the same values; a file that was chosen again counts as the same. */
export function fingerprint({ file, ...texts }: CreateFormValues): string {
  const chosen = file === null ? null : [file.file.name, file.size, file.file.lastModified];
  return JSON.stringify([texts.dataType, ...textNames.map((name) => texts[name]), chosen]);
}
