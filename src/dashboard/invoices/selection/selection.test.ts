import { describe, expect, it } from 'vitest';
import { maximumOrdersPerBatch } from '../../../contract/limits.ts';
import {
  between,
  coverOf,
  creditNotesIn,
  nothing,
  orderCountOf,
  ordersOf,
  overflows,
  withoutThese,
  withThese,
} from './selection.ts';

const invoice = (id: number, orderId = id, isCreditNote = false) => ({ id, orderId, isCreditNote });
const many = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => invoice(from + index));

describe('a selection', () => {
  it('is one email an order, however many invoices the order has', () => {
    const selection = withThese(nothing, [invoice(1, 50), invoice(2, 60), invoice(3, 50, true)]);
    expect(selection.size).toBe(3);
    expect(orderCountOf(selection)).toBe(2);
    expect(ordersOf(selection)).toEqual([
      { orderId: 50, invoiceId: 1 },
      { orderId: 60, invoiceId: 2 },
    ]);
    expect(creditNotesIn(selection)).toBe(1);
  });

  it('keeps the order in which rows were selected, and takes each once', () => {
    const first = withThese(nothing, [invoice(9), invoice(3)]);
    const both = withThese(first, [invoice(3), invoice(5)]);
    expect([...both.keys()]).toEqual([9, 3, 5]);
  });

  it('takes the first thousand and says that the others found no room', () => {
    const selection = withThese(nothing, many(maximumOrdersPerBatch - 1));
    expect(overflows(selection, [invoice(5000)])).toBe(false);
    expect(overflows(selection, many(2, 5000))).toBe(true);
    expect([...withThese(selection, many(2, 5000)).keys()].at(-1)).toBe(5000);
    expect(overflows(withThese(nothing, many(maximumOrdersPerBatch)), many(3))).toBe(false);
  });

  it('is the same one where nothing changes, so that nothing is drawn again', () => {
    const selection = withThese(nothing, [invoice(1)]);
    expect(withThese(selection, [invoice(1)])).toBe(selection);
    expect(withoutThese(selection, [2])).toBe(selection);
    expect(withoutThese(selection, [1]).size).toBe(0);
  });

  it('covers all of a page, some of it or none', () => {
    const selection = withThese(nothing, [invoice(1), invoice(2)]);
    expect(coverOf(selection, [1, 2])).toBe('all');
    expect(coverOf(selection, [2, 3])).toBe('some');
    expect(coverOf(selection, [3, 4])).toBe('none');
    expect(coverOf(selection, [])).toBe('none');
  });
});

describe('a range of rows', () => {
  const rows = many(5);
  const ids = (fromId: number | null, toId: number) =>
    between(rows, fromId, toId).map(({ id }) => id);

  it('goes from the one to the other, upwards as downwards', () => {
    expect(ids(2, 4)).toEqual([2, 3, 4]);
    expect(ids(4, 2)).toEqual([2, 3, 4]);
    expect(ids(3, 3)).toEqual([3]);
  });

  it('is one row where it would begin on another page, or nowhere', () => {
    expect(ids(77, 4)).toEqual([4]);
    expect(ids(null, 1)).toEqual([1]);
  });
});
