import { expect, test } from 'vitest';
import { localProblem, offlineError, ProblemError } from '../../api/ProblemError.ts';
import {
  isKeySpent,
  isOutcomeUnknown,
  toFailure,
  toFormData,
  toRepeatFailure,
} from './submission.ts';

test.each([
  ['no answer', offlineError()],
  ['an internal error', localProblem('internal', 500)],
  ['Salla not answering', localProblem('salla_unavailable', 502)],
  ['Salla taking too long', localProblem('salla_timeout', 504)],
  ['one that is being made', new ProblemError(localProblem('conflict', 409).problem, 2)],
])('%s leaves the outcome unknown', (_, error) => {
  expect(isOutcomeUnknown(error)).toBe(true);
});

test.each([
  ['a refused field', localProblem('invalid_fields', 422)],
  ['too many requests', localProblem('rate_limited', 429)],
  ['a session that ended', localProblem('unauthenticated', 401)],
  ['a file that is too large', localProblem('too_large', 413)],
  ['a key used for another invoice', localProblem('conflict', 409)],
])('%s means that nothing was created', (_, error) => {
  expect(isOutcomeUnknown(error)).toBe(false);
});

test.each([
  ['too many requests', localProblem('rate_limited', 429), false],
  ['a session that ended', localProblem('unauthenticated', 401), false],
  ['no answer once more', offlineError(), false],
  ['a key used for another invoice', localProblem('conflict', 409), true],
])('after a call with an unknown outcome, the key is spent: %s', (_, error, ended) => {
  expect(isKeySpent(toFailure(error, 'url'), true)).toBe(ended);
});

test('a problem with the first call spends the key', () => {
  const tooMany = toFailure(localProblem('rate_limited', 429), 'url');
  expect(isKeySpent(tooMany, false)).toBe(true);
});

test('a refusal of the fields decides a repeated call', () => {
  const body = { ...localProblem('invalid_fields', 422).problem, fields: { type: ['لا'] } };
  expect(isKeySpent(toFailure(new ProblemError(body), 'url'), true)).toBe(true);
});

test('a repeated call leaves the outcome unconfirmed after an unrelated problem or a cancelled upload', () => {
  const tooMany = toFailure(localProblem('rate_limited', 429), 'file');
  expect(toRepeatFailure(tooMany).kind).toBe('unconfirmed');
  expect(toRepeatFailure({ kind: 'canceled' }).kind).toBe('unconfirmed');
  const usedForOther = toFailure(localProblem('conflict', 409), 'file');
  expect(toRepeatFailure(usedForOther)).toBe(usedForOther);
});

test('the file comes after the fields in the body', () => {
  const file = new File(['%PDF-1.7'], 'فاتورة.pdf', { type: 'application/pdf' });
  const head = new TextEncoder().encode('%PDF-');
  const body = toFormData(
    { orderId: 7, type: 'credit_note', dataType: 'file', file: { size: file.size, head } },
    file,
  );
  expect([...body]).toEqual([
    ['orderId', '7'],
    ['type', 'credit_note'],
    ['dataType', 'file'],
    ['file', file],
  ]);
});
