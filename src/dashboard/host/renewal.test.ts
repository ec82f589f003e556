import { expect, test } from 'vitest';
import { type ReloadSlot, sessionStorageSlot } from './reloadSlots.ts';
import { createRenewalMemory } from './renewal.ts';

const second = 1000;

/** A place as a browser gives it: it outlives the pages that use it. */
function openSlot(): ReloadSlot {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
    clear: () => {
      kept = null;
    },
  };
}

const closedStorage = sessionStorageSlot('renewal', () => {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
});

function asked(slots: readonly ReloadSlot[], at = 0) {
  const memory = createRenewalMemory(slots);
  return memory.keep({ address: '/invoices?page=2', at, settled: false });
}

test('the page that comes back after a renewal knows where the person was', () => {
  const slots = [openSlot()];
  asked(slots);
  const renewal = createRenewalMemory(slots).answered(3 * second);
  expect(renewal?.address).toBe('/invoices?page=2');
});

test('a page opened long after is not the answer', () => {
  const slots = [openSlot()];
  asked(slots);
  expect(createRenewalMemory(slots).answered(600 * second)).toBeNull();
});

test('a first refusal may be renewed, a second one in answer to it may not', () => {
  const slots = [openSlot()];
  const memory = createRenewalMemory(slots);
  expect(memory.mayRenew(false, 0)).toBe(true);
  asked(slots);
  expect(createRenewalMemory(slots).mayRenew(false, 3 * second)).toBe(false);
});

test('once the new session has shown data, a later refusal may be renewed again', () => {
  const slots = [openSlot()];
  asked(slots);
  createRenewalMemory(slots).settle(3 * second);
  const later = createRenewalMemory(slots);
  expect(later.mayRenew(false, 20 * second)).toBe(true);
  expect(later.answered(20 * second)).toBeNull();
});

test('a session that shows data and is refused at once again does not reload without end', () => {
  const slots = [openSlot()];
  asked(slots);
  createRenewalMemory(slots).settle(1 * second);
  expect(createRenewalMemory(slots).mayRenew(true, 2 * second)).toBe(false);
  expect(createRenewalMemory(slots).mayRenew(true, 60 * second)).toBe(true);
});

test('where storage is closed the next place is used', () => {
  const cookie = openSlot();
  expect(asked([closedStorage, cookie])).toBe(true);
  expect(createRenewalMemory([closedStorage, cookie]).answered(second)?.at).toBe(0);
});

test('where every place is closed it says that nothing is kept', () => {
  expect(asked([closedStorage])).toBe(false);
  expect(createRenewalMemory([closedStorage]).answered(second)).toBeNull();
});

test('what it did not write itself is no renewal', () => {
  const slot = openSlot();
  slot.write('{"address":7');
  expect(createRenewalMemory([slot]).answered(second)).toBeNull();
});
