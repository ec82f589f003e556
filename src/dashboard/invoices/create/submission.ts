import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { DataType } from '../../../contract/dataTypes.ts';
import { ProblemError } from '../../api/ProblemError.ts';
import { type Refusal, sortRefusal } from './refusal.ts';

/** Why a submit ended without an invoice to go to; request ids are to read out to support. */
export type Failure =
  /** Fields, or what the store and the order are like. */
  | { kind: 'refused'; refusal: Refusal; requestId: string }
  /** Nobody knows whether it was made: to be asked again with the same key. Null where it was before a reload. */
  | { kind: 'unanswered'; error: ProblemError | null }
  | { kind: 'problem'; error: ProblemError }
  /** The person took the upload back. */
  | { kind: 'canceled' };

/**
 * Whether a call that failed may have made the invoice all the same: no answer came, one from a server that doesn't
 * know, or one that names when to ask for what another call with this key is making. Every other one made nothing.
 */
export function leavesOpen(error: ProblemError): boolean {
  const isBeingMade = error.code === 'conflict' && error.retryAfterSeconds !== null;
  return error.code === 'offline' || error.problem.status >= 500 || isBeingMade;
}

/**
 * Whether the key has done its work: the next call asks for another invoice. A problem tells nothing of a call
 * before it that was left open (`wasOpen`), unless it is that the key stands for another one.
 */
export function endsKey(failure: Failure, wasOpen: boolean): boolean {
  switch (failure.kind) {
    case 'refused':
      return true;
    case 'problem':
      return !wasOpen || failure.error.code === 'conflict';
    default:
      return false;
  }
}

/** What a call came to that asked again about one that was left open: what doesn't decide about it leaves it open. */
export function ofAskingAgain(failure: Failure): Failure {
  if (failure.kind === 'unanswered' || endsKey(failure, true)) return failure;
  return { kind: 'unanswered', error: failure.kind === 'problem' ? failure.error : null };
}

/** What is sent where the invoice is a file: the fields first, for they say what to do with it. */
export function formOf({ orderId, type, dataType }: CreateInvoice, file: File): FormData {
  const form = new FormData();
  form.set('orderId', String(orderId));
  form.set('type', type);
  form.set('dataType', dataType);
  form.set('file', file);
  return form;
}

/** What a call that threw came to; what is no failure of the call is thrown on. */
export function failureOf(error: unknown, dataType: DataType): Failure {
  if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'canceled' };
  if (!(error instanceof ProblemError)) throw error;
  const { fields, requestId } = error;
  if (leavesOpen(error)) return { kind: 'unanswered', error };
  if (Object.keys(fields).length === 0) return { kind: 'problem', error };
  return { kind: 'refused', refusal: sortRefusal(fields, dataType), requestId };
}
