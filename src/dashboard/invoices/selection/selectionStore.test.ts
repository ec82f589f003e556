import { describe, expect, it } from 'vitest';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import type { ReloadSlot } from '../../host/reloadSlots.ts';
import { createSelectionStorage } from './selectionStorage.ts';
import { createSelectionStore, loadSelection } from './selectionStore.ts';

const owner = { storeId: 5, userId: 8 };
const morning = Date.parse('2026-11-22T06:00:00Z');

/** A tab's storage, which survives a reload. */
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

/** The page after loading, with the stored selection. */
function load(slot: ReloadSlot, { as = owner, at = morning } = {}) {
  const store = createSelectionStore(createSelectionStorage([slot], as, () => at));
  loadSelection(store);
  const { getState } = store;
  return { getState, ids: () => [...getState().selection.keys()] };
}

describe('the selection store', () => {
  it('toggles single rows, and a range to the new state of its last row', () => {
    const { getState, ids } = load(memorySlot());
    getState().toggle(page, 2, false);
    getState().toggle(page, 4, true);
    expect(ids()).toEqual([2, 3, 4]);
    getState().toggle(page, 3, false);
    expect(ids()).toEqual([2, 4]);
    getState().toggle(page, 2, true);
    expect(ids()).toEqual([4]);
  });

  it('selects a page as a whole and removes it as a whole', () => {
    const { getState, ids } = load(memorySlot());
    getState().toggle(page, 2, false);
    getState().togglePage(page);
    expect(ids()).toHaveLength(5);
    getState().togglePage(page);
    expect(ids()).toEqual([]);
  });

  it('restores a cleared selection, but not one that was sent', () => {
    const { getState, ids } = load(memorySlot());
    getState().togglePage(page);
    getState().clear();
    expect(ids()).toEqual([]);
    getState().restore();
    expect(ids()).toHaveLength(5);
    getState().reset();
    getState().restore();
    expect(ids()).toEqual([]);
  });

  it('reports that it is full until the next change', () => {
    const { getState } = load(memorySlot());
    expect(getState().add(Array.from({ length: 1001 }, (_, index) => row(index + 1)))).toBe(false);
    expect(getState()).toMatchObject({ isFull: true, selection: { size: 1000 } });
    getState().toggle(page, 1, false);
    expect(getState()).toMatchObject({ isFull: false, selection: { size: 999 } });
  });
});

describe('a stored selection', () => {
  it('is restored for the same user in the same store', () => {
    const slot = memorySlot();
    const before = load(slot);
    before.getState().add([row(1), row(2, { type: 'credit_note', orderId: 10 })]);
    const { getState } = load(slot);
    expect(getState().selection).toEqual(before.getState().selection);
  });

  it('is not restored for another user or store', () => {
    const slot = memorySlot();
    load(slot).getState().togglePage(page);
    expect(load(slot, { as: { ...owner, userId: 9 } }).ids()).toEqual([]);
    expect(load(slot, { as: { ...owner, storeId: 6 } }).ids()).toEqual([]);
  });

  it('is gone the next day, and after a clear or a send', () => {
    const slot = memorySlot();
    load(slot).getState().togglePage(page);
    expect(load(slot, { at: morning + 13 * 3600_000 }).ids()).toEqual([]);
    load(slot).getState().reset();
    expect(slot.read()).toBeNull();
  });

  it.each(['', 'no json', '{}', '{"rows":3}', '[1]', 'null'])(
    'is not restored from «%s»',
    (text) => {
      expect(load(memorySlot(text)).ids()).toEqual([]);
    },
  );

  it('keeps only valid rows', () => {
    const rows = [[1, 10, 0], [2], ['3', 30, 0], [-4, 40, 0], null, [5, 50, 1]];
    const text = JSON.stringify({ ...owner, at: morning, rows });
    expect(load(memorySlot(text)).ids()).toEqual([1, 5]);
  });

  it('is in memory only if the browser blocks storage in the frame', () => {
    const closed = () => {
      throw new DOMException('Access is denied.', 'SecurityError');
    };
    const { getState, ids } = load({ read: closed, write: closed, clear: closed });
    getState().togglePage(page);
    expect(ids()).toHaveLength(5);
    getState().clear();
    expect(ids()).toEqual([]);
  });
});
