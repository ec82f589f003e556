import { expect, test } from 'vitest';
import { localProblem, offlineError, ProblemError } from '../../api/ProblemError.ts';
import { endsKey, failureOf, formOf, leavesOpen, ofAskingAgain } from './submission.ts';

test.each([
  ['no answer', offlineError()],
  ['an answer of nobody knows what', localProblem('internal', 500)],
  ['Salla not answering', localProblem('salla_unavailable', 502)],
  ['Salla taking too long', localProblem('salla_timeout', 504)],
  ['one that is being made', new ProblemError(localProblem('conflict', 409).problem, 2)],
])('%s leaves open whether the invoice was made', (_, error) => {
  expect(leavesOpen(error)).toBe(true);
});

test.each([
  ['a refused field', localProblem('invalid_fields', 422)],
  ['too many requests', localProblem('rate_limited', 429)],
  ['a session that ended', localProblem('unauthenticated', 401)],
  ['a file that is too large', localProblem('too_large', 413)],
  ['a key used for another invoice', localProblem('conflict', 409)],
])('%s says that none was made', (_, error) => {
  expect(leavesOpen(error)).toBe(false);
});

test.each([
  ['too many requests', localProblem('rate_limited', 429), false],
  ['a session that ended', localProblem('unauthenticated', 401), false],
  ['no answer once more', offlineError(), false],
  ['a key used for another invoice', localProblem('conflict', 409), true],
])('after a call that was left open, the key has done its work: %s', (_, error, ended) => {
  expect(endsKey(failureOf(error, 'url'), true)).toBe(ended);
});

test('a problem with the first call leaves nothing open', () => {
  const tooMany = failureOf(localProblem('rate_limited', 429), 'url');
  expect(endsKey(tooMany, false)).toBe(true);
});

test('a refusal of what was asked for ends the matter', () => {
  const body = { ...localProblem('invalid_fields', 422).problem, fields: { type: ['لا'] } };
  expect(endsKey(failureOf(new ProblemError(body), 'url'), true)).toBe(true);
});

test('asking again leaves open what it does not decide: an answer of something else, an upload that was taken back', () => {
  const tooMany = failureOf(localProblem('rate_limited', 429), 'file');
  expect(ofAskingAgain(tooMany).kind).toBe('unanswered');
  expect(ofAskingAgain({ kind: 'canceled' }).kind).toBe('unanswered');
  const usedForOther = failureOf(localProblem('conflict', 409), 'file');
  expect(ofAskingAgain(usedForOther)).toBe(usedForOther);
});

test('a file goes behind the fields that say what it is for', () => {
  const file = new File(['%PDF-1.7'], 'فاتورة.pdf', { type: 'application/pdf' });
  const head = new TextEncoder().encode('%PDF-');
  const body = formOf(
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
