import type { Problem } from '../../contract/problem.ts';
import { type ProblemCode, problemStatus } from '../../contract/problemCodes.ts';

/** What went wrong, for programs: the API's codes, and `offline` when no answer came at all. */
export type FailureCode = ProblemCode | 'offline';

export function isFailureCode(code: string): code is FailureCode {
  return code === 'offline' || Object.hasOwn(problemStatus, code);
}

/** A call that did not succeed: the problem the proxy answered with, or one of ours when none came. */
export class ProblemError extends Error {
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;
  /** When that time is over, by `performance.now()`. */
  readonly retryAt: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
    this.retryAt = retryAfterSeconds && performance.now() + retryAfterSeconds * 1000;
  }

  get code(): string {
    return this.problem.code;
  }

  /** To read out to support; empty when no answer came. */
  get requestId(): string {
    return this.problem.requestId;
  }

  get fields(): Readonly<Record<string, string[]>> {
    return this.problem.fields ?? {};
  }
}

/** No answer came: the device is offline, or the connection broke. */
export function offlineError(): ProblemError {
  return localProblem('offline', 0);
}

/** A problem that the answer itself did not describe. */
export function localProblem(code: FailureCode, status: number, requestId = ''): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: code,
    requestId,
  });
}

/** The failure, where its answer says when it is worth trying again. */
export function waitableProblem(error: unknown): ProblemError | null {
  const seconds = error instanceof ProblemError ? error.retryAfterSeconds : null;
  return error instanceof ProblemError && seconds !== null && seconds > 0 ? error : null;
}

/** Whether a failure has this code. */
export function isProblem(error: unknown, code: FailureCode): boolean {
  return error instanceof ProblemError && error.code === code;
}
