import { expect, test } from 'vitest';
import type { Delivery } from '../../../contract/delivery.ts';
import { failureGroups } from './failureGroups.ts';

const noura = { id: 1, name: 'Noura' };

function failed(id: string, over: Partial<Delivery> = {}): Delivery {
  return {
    id,
    batchId: 'b',
    orderId: 1,
    invoiceId: null,
    state: 'failed',
    reason: 'refused',
    message: null,
    attempts: 1,
    requestedBy: noura,
    requestedAt: '2026-11-22T09:00:00Z',
    requestedFrom: 'tab',
    finishedAt: null,
    resolvedBy: null,
    followedBy: null,
    ...over,
  };
}

const told = (deliveries: Delivery[]) =>
  failureGroups(deliveries).map(({ kind, deliveries: rows }) => [
    kind,
    rows.map(({ id }) => id).join(),
  ]);

test('the reason with most of them comes first', () => {
  const noEmail = { reason: 'no_email' } as const;
  expect(told([failed('1'), failed('2', noEmail), failed('3', noEmail)])).toEqual([
    ['no_email', '2,3'],
    ['refused', '1'],
  ]);
});

test('what a person decided of an unconfirmed one is a group of its own', () => {
  expect(told([failed('1', { reason: 'timeout', resolvedBy: noura })])).toEqual([
    ['unconfirmed', '1'],
  ]);
});
