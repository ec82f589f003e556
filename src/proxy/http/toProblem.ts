import type { Language } from '../../contract/languages.ts';
import type { Problem } from '../../contract/problem.ts';
import {
  type ProblemCode,
  problemStatus,
  type RateLimitReason,
} from '../../contract/problemCodes.ts';
import { words } from '../i18n/words.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import { fieldText } from './fieldErrors.ts';
import { ProblemError } from './ProblemError.ts';

interface Reader {
  language: Language;
  requestId: string;
}

/** Codes where Salla's own words help the person who reads them. */
const quoted: readonly ProblemCode[] = ['invalid_fields', 'forbidden', 'bad_request'];

/** The answer that an error stands for. What is neither ours nor Salla's failure is `internal`, and says nothing of itself. */
export function toProblemResponse(error: unknown, reader: Reader): Response {
  if (error instanceof ProblemError) return ownProblem(error, reader);
  if (error instanceof SallaFailure) return sallaProblem(error, reader);
  return respond(problemOf('internal', reader), reader);
}

function ownProblem({ code, details }: ProblemError, reader: Reader): Response {
  const problem = problemOf(code, reader);
  if (details.status !== undefined) problem.status = details.status;
  if (details.detail !== undefined) problem.detail = words[reader.language].details[details.detail];
  if (details.reason !== undefined) explain(problem, details.reason, reader);
  if (details.fields !== undefined) {
    problem.fields = Object.fromEntries(
      Object.entries(details.fields).map(([name, sentences]) => [
        name,
        sentences.map((sentence) => fieldText(sentence, reader.language)),
      ]),
    );
  }
  return respond(problem, reader, details.headers);
}

function sallaProblem(failure: SallaFailure, reader: Reader): Response {
  const problem = problemOf(failure.code, reader);
  if (failure.fields !== null) problem.fields = { ...failure.fields };
  if (failure.reason !== null) explain(problem, failure.reason, reader);
  const said = failure.sallaMessage;
  const namesNoField = failure.code === 'invalid_fields' && failure.fields === null;
  if (namesNoField) problem.detail = words[reader.language].details.refused_without_field;
  if (said !== null && quoted.includes(failure.code)) {
    problem.sallaMessage = said;
    problem.detail += ` ${fieldText({ key: 'salla_said', value: said }, reader.language)}`;
  }
  const isLimit = failure.code === 'rate_limited';
  const seconds = failure.retryAfterSeconds ?? (isLimit ? 1 : null);
  return respond(problem, reader, seconds === null ? {} : { 'Retry-After': String(seconds) });
}

/** Says whom a person waits for: Salla is named only where it asked for that itself. */
function explain(problem: Problem, reason: RateLimitReason, { language }: Reader): void {
  problem.reason = reason;
  if (reason !== 'salla') problem.detail = words[language].details[reason];
}

function problemOf(code: ProblemCode, { language, requestId }: Reader): Problem {
  const { title, detail } = words[language].problems[code];
  const type = `urn:invoice-desk:problem:${code}`;
  return { type, title, status: problemStatus[code], code, detail, requestId };
}

function respond(
  problem: Problem,
  { language }: Reader,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': language,
      Vary: 'Accept-Encoding, Accept-Language',
      // Every 401 names a way in (RFC 9110). Browsers ask nobody for a Bearer.
      ...(problem.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...headers,
    },
  });
}
