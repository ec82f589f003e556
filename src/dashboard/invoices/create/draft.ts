import type { UseFormReturn } from 'react-hook-form';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { CreateFormValues, Draft, DraftOf } from './createForm.ts';
import type { DraftStore } from './draftStore.ts';
import { draftOf, fingerprint, nothingTyped, restore } from './draftValues.ts';

type DraftForm = Pick<
  UseFormReturn<CreateFormValues, unknown, CreateInvoice>,
  'control' | 'getValues' | 'setValue' | 'subscribe'
>;

interface DraftParts {
  store: DraftStore;
  of: DraftOf;
}

export interface DraftKeeper extends Draft {
  /** Keeps now what was to be kept in a moment. */
  flush: () => void;
  /** Flushes; false where something was typed that could not be kept. */
  isKept: () => boolean;
  /** Flushes, and follows the form no more. */
  stop: () => void;
}

/** Typing is not held up by keeping what was typed. */
const restMs = 400;

/** Brings a draft back into the form, if there is one, and from then on keeps what is typed. */
export function keepDraft(form: DraftForm, { store, of }: DraftParts): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null;

  const kept = store.read(of);
  let unanswered = kept?.unanswered ?? null;
  let stopped = false;
  if (kept !== null) restore(kept, form.setValue);

  // The control's own: another type's amounts become the form's defaults before anything is drawn with them.
  const typed = () => draftOf(form.getValues(), form.control._defaultValues);
  /** The form was left, and meanwhile the place holds the draft of another one, or none. */
  function isAnothers() {
    return stopped && store.read(of) === null;
  }
  function keep() {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (isAnothers()) return;
    const draft = typed();
    if (draft === null && unanswered === null) store.clear();
    else store.keep(of, { ...(draft ?? nothingTyped), unanswered });
  }
  function flush() {
    if (timer !== null) keep();
  }
  // The form came here from another type's page with what was typed there.
  if (kept === null && typed() !== null) keep();
  const unsubscribe = form.subscribe({
    formState: { values: true },
    callback: () => {
      timer ??= setTimeout(keep, restMs);
    },
  });

  function unansweredKey() {
    return unanswered?.values === fingerprint(form.getValues()) ? unanswered.key : null;
  }

  return {
    restored:
      kept === null ? null : { fileName: kept.fileName, unanswered: unansweredKey() !== null },
    unansweredKey,
    keepUnanswered: (key) => {
      unanswered = key === null ? null : { key, values: fingerprint(form.getValues()) };
      keep();
    },
    discard: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      unanswered = null;
      if (!isAnothers()) store.clear();
    },
    flush,
    isKept: () => {
      flush();
      return typed() === null || store.read(of) !== null;
    },
    stop: () => {
      flush();
      stopped = true;
      unsubscribe();
    },
  };
}
