import { describe, expect, it } from 'vitest';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { ReloadSlot } from '../../host/reloadSlots.ts';
import { keptSelection } from './keptSelection.ts';
import { createSelectionStore } from './selectionStore.ts';

const owner = { storeId: 5, userId: 8 };
const morning = Date.parse('2026-11-22T06:00:00Z');

/** A tab's storage, as it is after a reload too. */
function memorySlot(initial: string | null = null) {
  let text = initial;
  const slot: ReloadSlot = {
    read: () => text,
    write: (written) => {
      text = written;
    },
    clear: () => {
      text = null;
    },
  };
  return slot;
}

function row(id: number, more: Partial<InvoiceSummary> = {}): InvoiceSummary {
  return {
    id,
    orderId: id * 10,
    orderNumber: null,
    number: String(id),
    type: 'tax_invoice',
    typeLabel: 'Tax Invoice',
    date: null,
    time: null,
    total: null,
    paymentMethod: null,
    documentUrl: null,
    customer: null,
    lastDelivery: null,
    createdAt: null,
    ...more,
  };
}

const page = [1, 2, 3, 4, 5].map((id) => row(id));

/** The page as it is loaded: what it kept before is taken up. */
function load(slot: ReloadSlot, { as = owner, at = morning } = {}) {
  const store = createSelectionStore(keptSelection([slot], as, () => at));
  store.restore();
  return { store, ids: () => [...store.get().selection.keys()] };
}

describe('selecting', () => {
  it('turns rows one by one, and a range to what its last row becomes', () => {
    const { store, ids } = load(memorySlot());
    store.turn(page, 2, false);
    store.turn(page, 4, true);
    expect(ids()).toEqual([2, 3, 4]);
    store.turn(page, 3, false);
    expect(ids()).toEqual([2, 4]);
    store.turn(page, 2, true);
    expect(ids()).toEqual([4]);
  });

  it('takes a page as a whole, and lets go of it as a whole', () => {
    const { store, ids } = load(memorySlot());
    store.turn(page, 2, false);
    store.turnPage(page);
    expect(ids()).toHaveLength(5);
    store.turnPage(page);
    expect(ids()).toEqual([]);
  });

  it('brings back what was cleared by mistake, but nothing that went out', () => {
    const { store, ids } = load(memorySlot());
    store.turnPage(page);
    store.clear();
    expect(ids()).toEqual([]);
    store.bringBack();
    expect(ids()).toHaveLength(5);
    store.forget();
    store.bringBack();
    expect(ids()).toEqual([]);
  });

  it('says when something found no room, until something else is done', () => {
    const { store } = load(memorySlot());
    expect(store.add(Array.from({ length: 1001 }, (_, index) => row(index + 1)))).toBe(false);
    expect(store.get()).toMatchObject({ isFull: true, selection: { size: 1000 } });
    store.turn(page, 1, false);
    expect(store.get()).toMatchObject({ isFull: false, selection: { size: 999 } });
  });
});

describe('over a reload', () => {
  it('is there again for the same person in the same store', () => {
    const slot = memorySlot();
    const before = load(slot).store;
    before.add([row(1), row(2, { type: 'credit_note', orderId: 10 })]);
    const { store } = load(slot);
    expect(store.get().selection).toEqual(before.get().selection);
  });

  it('is nobody else’s, and no other store’s', () => {
    const slot = memorySlot();
    load(slot).store.turnPage(page);
    expect(load(slot, { as: { ...owner, userId: 9 } }).ids()).toEqual([]);
    expect(load(slot, { as: { ...owner, storeId: 6 } }).ids()).toEqual([]);
  });

  it('is gone the next day, and once it was cleared or went out', () => {
    const slot = memorySlot();
    load(slot).store.turnPage(page);
    expect(load(slot, { at: morning + 13 * 3600_000 }).ids()).toEqual([]);
    load(slot).store.forget();
    expect(slot.read()).toBeNull();
  });

  it.each(['', 'no json', '{}', '{"rows":3}', '[1]', 'null'])('makes nothing of «%s»', (text) => {
    expect(load(memorySlot(text)).ids()).toEqual([]);
  });

  it('takes of rows only those that make sense', () => {
    const rows = [[1, 10, 0], [2], ['3', 30, 0], [-4, 40, 0], null, [5, 50, 1]];
    const text = JSON.stringify({ ...owner, at: morning, rows });
    expect(load(memorySlot(text)).ids()).toEqual([1, 5]);
  });

  it('is kept in memory alone where the browser closes its storage to the frame', () => {
    const closed = () => {
      throw new DOMException('Access is denied.', 'SecurityError');
    };
    const { store, ids } = load({ read: closed, write: closed, clear: closed });
    store.turnPage(page);
    expect(ids()).toHaveLength(5);
    store.clear();
    expect(ids()).toEqual([]);
  });
});
