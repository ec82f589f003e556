import type { DefaultValues, UseFormReturn, UseFormSetValue } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import { type CreateFormValues, type Draft, type DraftOwner, textFields } from './createForm.ts';
import type { DraftContent, DraftStore } from './draftStore.ts';

type DraftForm = Pick<
  UseFormReturn<CreateFormValues, unknown, CreateInvoice>,
  'control' | 'getValues' | 'setValue' | 'subscribe'
>;

interface DraftOptions {
  store: DraftStore;
  owner: DraftOwner;
}

export interface DraftTracker extends Draft {
  /** Stores a pending change now. */
  flush: () => void;
  /** Flushes; false if typed values could not be stored. */
  isStored: () => boolean;
  /** Flushes and stops following the form. */
  stop: () => void;
}

/** Storing waits this long, so that it doesn't slow typing. */
const saveDelayMs = 400;

/** Restores a stored draft into the form, then stores changes as they are typed. */
export function trackDraft(form: DraftForm, { store, owner }: DraftOptions): DraftTracker {
  let timer: ReturnType<typeof setTimeout> | null = null;

  const kept = store.read(owner);
  let unconfirmed = kept?.unanswered ?? null;
  let stopped = false;
  if (kept !== null) restore(kept, form.setValue);

  // From the control: the prefilled amounts of another invoice type become its defaults before the next render.
  const currentDraft = () => toDraft(form.getValues(), form.control._defaultValues);
  /** After the form was left, the slot may hold another form's draft, or none. */
  function isReplaced() {
    return stopped && store.read(owner) === null;
  }
  function save() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isReplaced()) return;
    const draft = currentDraft();
    if (draft === null && unconfirmed === null) store.clear();
    else store.write(owner, { ...(draft ?? emptyDraft), unanswered: unconfirmed });
  }
  function flush() {
    if (timer !== null) save();
  }
  // Another invoice type was chosen: the typed values came along.
  if (kept === null && currentDraft() !== null) save();
  const unsubscribe = form.subscribe({
    formState: { values: true },
    callback: () => {
      timer ??= setTimeout(save, saveDelayMs);
    },
  });

  function unconfirmedKey() {
    return unconfirmed?.values === fingerprint(form.getValues()) ? unconfirmed.key : null;
  }

  return {
    restored:
      kept === null ? null : { fileName: kept.fileName, unconfirmed: unconfirmedKey() !== null },
    unconfirmedKey,
    setUnconfirmedKey: (key) => {
      unconfirmed = key === null ? null : { key, values: fingerprint(form.getValues()) };
      save();
    },
    discard: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      unconfirmed = null;
      if (!isReplaced()) store.clear();
    },
    flush,
    isStored: () => {
      flush();
      return currentDraft() === null || store.read(owner) !== null;
    },
    stop: () => {
      flush();
      stopped = true;
      unsubscribe();
    },
  };
}

const emptyDraft: Omit<DraftContent, 'unanswered'> = { typed: {}, fileName: null };

/** The values that differ from the prefilled ones; null if none do. */
function toDraft(
  values: CreateFormValues,
  defaults: Readonly<DefaultValues<CreateFormValues>>,
): Omit<DraftContent, 'unanswered'> | null {
  const typed: DraftContent['typed'] = {};
  for (const name of textFields) {
    if (values[name] !== defaults[name]) typed[name] = values[name];
  }
  const { dataType, file } = values;
  if (dataType !== null && dataType !== defaults.dataType) typed.dataType = dataType;
  if (Object.keys(typed).length === 0 && file === null) return null;
  return { typed, fileName: dataType === 'file' && file !== null ? file.file.name : null };
}

/** Sets the draft's values as if they were typed. */
function restore({ typed }: DraftContent, setValue: UseFormSetValue<CreateFormValues>): void {
  for (const name of textFields) {
    const text = typed[name];
    if (text !== undefined) setValue(name, text, { shouldDirty: true });
  }
  if (typed.dataType !== undefined) setValue('dataType', typed.dataType, { shouldDirty: true });
}

/** Equal for equal values; the same file chosen again is equal. */
function fingerprint({ file, ...texts }: CreateFormValues): string {
  const chosen = file === null ? null : [file.file.name, file.size, file.file.lastModified];
  return JSON.stringify([texts.dataType, ...textFields.map((name) => texts[name]), chosen]);
}
