import { expect, test } from 'vitest';
import type { Delivery } from '../../../contract/delivery.ts';
import { openOnes } from './openOnes.ts';

function unconfirmed(id: string, over: Partial<Delivery> = {}): Delivery {
  return {
    id,
    batchId: 'b',
    orderId: 1,
    invoiceId: null,
    state: 'unconfirmed',
    reason: 'timeout',
    message: null,
    attempts: 1,
    requestedBy: { id: 1, name: 'Noura' },
    requestedAt: '2026-11-22T09:00:00Z',
    requestedFrom: 'tab',
    finishedAt: null,
    resolvedBy: null,
    followedBy: null,
    ...over,
  };
}

const ids = (deliveries: readonly Delivery[]) => deliveries.map(({ id }) => id);

test('what was sent anew waits for nobody, and what was decided is in neither part', () => {
  const rows = [
    unconfirmed('waits'),
    unconfirmed('anew', { followedBy: 'later' }),
    unconfirmed('decided', { state: 'sent' }),
  ];
  const { open, anew } = openOnes({ rows, nextPage: null }, 'unconfirmed');
  expect(ids(open)).toEqual(['waits']);
  expect(ids(anew)).toEqual(['anew']);
});

test('a list that was read in part has more to come, and one that nobody has read has not', () => {
  expect(openOnes({ rows: [], nextPage: 2 }, 'failed').areComing).toBe(true);
  expect(openOnes(undefined, 'failed').areComing).toBe(false);
});
