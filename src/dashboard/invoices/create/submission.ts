import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { DataType } from '../../../contract/dataTypes.ts';
import { ProblemError } from '../../api/ProblemError.ts';
import { type Refusal, sortRefusal } from './refusal.ts';

/** Why a submit failed. Request ids are for support. */
export type Failure =
  /** Field errors, or reasons about the store or the order. */
  | { kind: 'refused'; refusal: Refusal; requestId: string }
  /** The invoice may exist: repeat with the same key. `error` is null if the submit was before a reload. */
  | { kind: 'unconfirmed'; error: ProblemError | null }
  | { kind: 'problem'; error: ProblemError }
  /** The user cancelled the upload. */
  | { kind: 'canceled' };

/**
 * Whether a failed call may have created the invoice: no answer, a server error, or a conflict with a call that is
 * still running with this key (it has `retryAfterSeconds`). Any other failure created nothing.
 */
export function isOutcomeUnknown(error: ProblemError): boolean {
  const isBeingMade = error.code === 'conflict' && error.retryAfterSeconds !== null;
  return error.code === 'offline' || error.problem.status >= 500 || isBeingMade;
}

/**
 * Whether the next submit needs a new key. A problem says nothing about an earlier call with an unconfirmed outcome
 * (`wasUnconfirmed`), unless the key belongs to another invoice.
 */
export function isKeySpent(failure: Failure, wasUnconfirmed: boolean): boolean {
  switch (failure.kind) {
    case 'refused':
      return true;
    case 'problem':
      return !wasUnconfirmed || failure.error.code === 'conflict';
    default:
      return false;
  }
}

/** The failure of a repeated call. What doesn't decide the first call's outcome leaves it unconfirmed. */
export function toRepeatFailure(failure: Failure): Failure {
  if (failure.kind === 'unconfirmed' || isKeySpent(failure, true)) return failure;
  return { kind: 'unconfirmed', error: failure.kind === 'problem' ? failure.error : null };
}

/** The multipart body for a file. The fields come first: they tell the server what to do with the file. */
export function toFormData({ orderId, type, dataType }: CreateInvoice, file: File): FormData {
  const form = new FormData();
  form.set('orderId', String(orderId));
  form.set('type', type);
  form.set('dataType', dataType);
  form.set('file', file);
  return form;
}

/** Maps a thrown error to a failure; rethrows what isn't one of the call. */
export function toFailure(error: unknown, dataType: DataType): Failure {
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'canceled' };
  if (!(error instanceof ProblemError)) throw error;
  const { fields, requestId } = error;
  if (isOutcomeUnknown(error)) return { kind: 'unconfirmed', error };
  if (Object.keys(fields).length === 0) return { kind: 'problem', error };
  return { kind: 'refused', refusal: sortRefusal(fields, dataType), requestId };
}
