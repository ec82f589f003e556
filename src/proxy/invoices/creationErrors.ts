import { problemStatus } from '../../contract/problemCodes.ts';
import { ProblemError } from '../http/ProblemError.ts';
import type { SallaFailure } from '../salla/client/failure.ts';

/** How soon it is worth asking again for what is being made. */
const underWaySeconds = 2;

/** Somebody else is at it. Who asks keeps the key. */
export function stillCreating(): ProblemError {
  const headers = { 'Retry-After': String(underWaySeconds) };
  return new ProblemError('conflict', { detail: 'creation_under_way', headers });
}

/** Nobody knows: as a failure of the server's, for none of the caller's may be taken to say that nothing was made. */
export function creationUnconfirmed(failure: SallaFailure, key: string | null): ProblemError {
  const code = problemStatus[failure.code] >= 500 ? failure.code : 'salla_unavailable';
  const seconds = failure.retryAfterSeconds;
  return new ProblemError(code, {
    detail: key === null ? 'maybe_created_once' : 'maybe_created',
    headers: seconds === null ? {} : { 'Retry-After': String(seconds) },
  });
}
