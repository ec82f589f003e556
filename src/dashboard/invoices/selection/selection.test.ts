import { describe, expect, it } from 'vitest';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import {
  addToSelection,
  countCreditNotes,
  countOrders,
  emptySelection,
  exceedsLimit,
  pageCoverage,
  removeFromSelection,
  rowRange,
  toSelectedOrders,
} from './selection.ts';

const invoice = (id: number, orderId = id, isCreditNote = false) => ({ id, orderId, isCreditNote });
const many = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => invoice(from + index));

describe('a selection', () => {
  it('counts one email per order, however many invoices it has', () => {
    const selection = addToSelection(emptySelection, [
      invoice(1, 50),
      invoice(2, 60),
      invoice(3, 50, true),
    ]);
    expect(selection.size).toBe(3);
    expect(countOrders(selection)).toBe(2);
    expect(toSelectedOrders(selection)).toEqual([
      { orderId: 50, invoiceId: 1 },
      { orderId: 60, invoiceId: 2 },
    ]);
    expect(countCreditNotes(selection)).toBe(1);
  });

  it('keeps the order in which rows were selected, each once', () => {
    const first = addToSelection(emptySelection, [invoice(9), invoice(3)]);
    const both = addToSelection(first, [invoice(3), invoice(5)]);
    expect([...both.keys()]).toEqual([9, 3, 5]);
  });

  it('takes the first thousand and reports that the others don’t fit', () => {
    const selection = addToSelection(emptySelection, many(maximumOrdersPerBatch - 1));
    expect(exceedsLimit(selection, [invoice(5000)])).toBe(false);
    expect(exceedsLimit(selection, many(2, 5000))).toBe(true);
    expect([...addToSelection(selection, many(2, 5000)).keys()].at(-1)).toBe(5000);
    expect(exceedsLimit(addToSelection(emptySelection, many(maximumOrdersPerBatch)), many(3))).toBe(
      false,
    );
  });

  it('is the same object if nothing changes, so that nothing rerenders', () => {
    const selection = addToSelection(emptySelection, [invoice(1)]);
    expect(addToSelection(selection, [invoice(1)])).toBe(selection);
    expect(removeFromSelection(selection, [2])).toBe(selection);
    expect(removeFromSelection(selection, [1]).size).toBe(0);
  });

  it('covers all, some or none of a page', () => {
    const selection = addToSelection(emptySelection, [invoice(1), invoice(2)]);
    expect(pageCoverage(selection, [1, 2])).toBe('all');
    expect(pageCoverage(selection, [2, 3])).toBe('some');
    expect(pageCoverage(selection, [3, 4])).toBe('none');
    expect(pageCoverage(selection, [])).toBe('none');
  });
});

describe('a range of rows', () => {
  const rows = many(5);
  const ids = (fromId: number | null, toId: number) =>
    rowRange(rows, fromId, toId).map(({ id }) => id);

  it('includes both ends, in either direction', () => {
    expect(ids(2, 4)).toEqual([2, 3, 4]);
    expect(ids(4, 2)).toEqual([2, 3, 4]);
    expect(ids(3, 3)).toEqual([3]);
  });

  it('is one row if it starts on another page or nowhere', () => {
    expect(ids(77, 4)).toEqual([4]);
    expect(ids(null, 1)).toEqual([1]);
  });
});
