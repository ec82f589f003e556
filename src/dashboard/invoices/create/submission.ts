import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import { ProblemError } from '../../lib/ProblemError.ts';

/**
 * Whether a call that failed may have made the invoice all the same: no answer came, or one from a server that
 * doesn't know. Every other refusal says that nothing was made.
 */
export function leavesOpen(error: ProblemError): boolean {
  return error.code === 'offline' || error.problem.status >= 500;
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

/** Whether a call was taken back by the person. */
export function isTakenBack(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** What came of a failed submit; what is no failure of the call is thrown on. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  throw error;
}
