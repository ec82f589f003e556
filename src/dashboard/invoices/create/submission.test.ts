import { expect, test } from 'vitest';
import { localProblem, offlineError } from '../../lib/ProblemError.ts';
import { formOf, leavesOpen } from './submission.ts';

test.each([
  ['no answer', offlineError()],
  ['an answer of nobody knows what', localProblem('internal', 500)],
  ['Salla not answering', localProblem('salla_unavailable', 502)],
  ['Salla taking too long', localProblem('salla_timeout', 504)],
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
