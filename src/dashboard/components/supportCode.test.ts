import { expect, test } from 'vitest';
import { supportCode } from './supportCode.ts';

test('a support code is how the request’s id begins in the log', () => {
  const requestId = 'ae4de3b9-dd55-4fb2-8189-6a1c351b6753';
  expect(supportCode(requestId)).toBe('ae4de3b9');
  expect(requestId).toContain(supportCode(requestId));
});

test.each([
  ['gateway 7/ä', 'gateway7'],
  ['short', 'short'],
  ['', ''],
])('an id of another program’s making, «%s», is cut the same', (requestId, code) => {
  expect(supportCode(requestId)).toBe(code);
});
