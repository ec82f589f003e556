import { parseInvoiceRow } from '../parse/parseInvoice.ts';
import { WireOne } from '../parse/wire.ts';
import { failureOf, failureOfTransport, hasNotReachedSalla, isSuccess } from './answers.ts';
import { SallaFailure } from './failure.ts';
import { parseJsonText } from './refusal.ts';
import { type TransportAnswer, TransportError } from './transport.ts';
import type { CreateOutcome } from './types.ts';

/** What an answer to the creation of an invoice means. What may have made one is `unknown`. */
export function toCreateOutcome(answer: TransportAnswer, nowMs: number): CreateOutcome {
  if (isSuccess(answer)) {
    const parsed = WireOne.safeParse(parseJsonText(answer));
    const invoice = parsed.success ? parseInvoiceRow(parsed.data.data) : null;
    if (invoice !== null) return { outcome: 'created', invoice };
    return { outcome: 'unknown', failure: new SallaFailure('salla_unavailable') };
  }
  const failure = failureOf(answer, nowMs);
  if (hasNotReachedSalla(answer)) return { outcome: 'not_decided', failure };
  switch (answer.status) {
    // An order that isn't there is refused with a 422: this is about the address.
    case 404:
      return { outcome: 'not_decided', failure: new SallaFailure('salla_unavailable') };
    case 408:
      return { outcome: 'unknown', failure: new SallaFailure('salla_timeout') };
    case 409:
      return { outcome: 'unknown', failure: new SallaFailure('salla_unavailable') };
    case 413:
      return { outcome: 'not_decided', failure: new SallaFailure('too_large') };
    case 422:
      // Without a word of Salla's it may be anybody's.
      return failure.fields === null && failure.sallaMessage === null
        ? { outcome: 'unknown', failure: new SallaFailure('salla_unavailable') }
        : { outcome: 'refused', failure };
    default: {
      const isTheirRefusal = answer.status >= 400 && answer.status < 500;
      return { outcome: isTheirRefusal ? 'not_decided' : 'unknown', failure };
    }
  }
}

/** What it means that there is no answer, or no token to ask with. Throws what is neither. */
export function toCreateOutcomeOfError(error: unknown): CreateOutcome {
  if (error instanceof TransportError) {
    const failure = failureOfTransport(error);
    return { outcome: error.sent ? 'unknown' : 'not_decided', failure };
  }
  if (error instanceof SallaFailure) return { outcome: 'not_decided', failure: error };
  throw error;
}
