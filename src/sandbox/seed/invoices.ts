import type { InvoiceKind, Order } from '../model.ts';
import { hash } from '../random.ts';
import type { OrderTable } from './orders.ts';
import { qrVariants } from './qrVariants.ts';
import { wireQuirks } from './untidiness.ts';

/** What is odd about a seeded invoice; most are plain. */
type Oddity =
  | { kind: 'plain' }
  | { kind: 'wire'; quirk: number }
  | { kind: 'dated with a time' }
  | { kind: 'dated with an object' }
  | { kind: 'charges without a currency' }
  | { kind: 'zero percent' }
  | { kind: 'document'; from: 'url' | 'file' }
  | { kind: 'code'; variant: number };

const oddities: readonly Oddity[] = [
  ...wireQuirks.map((_, quirk): Oddity => ({ kind: 'wire', quirk })),
  { kind: 'dated with a time' },
  { kind: 'document', from: 'url' },
  { kind: 'document', from: 'file' },
  { kind: 'zero percent' },
  ...qrVariants.map((_, variant): Oddity => ({ kind: 'code', variant })),
  { kind: 'dated with an object' },
  { kind: 'charges without a currency' },
];

/** Every third row is odd, each kind in its turn from the newest row on. */
const every = 3;

export interface SeededInvoice {
  id: number;
  kind: InvoiceKind;
  orderIndex: number;
  issuedAt: number;
  /** Counted from the oldest, 0 first. */
  position: number;
  oddity: Oddity;
}

export interface InvoiceTable {
  count: number;
  /** By position, 0 the oldest. */
  at(position: number): SeededInvoice;
  issuedAt(position: number): number;
  positionById(id: number): number | null;
  positionsOfOrder(orderIndex: number): readonly number[];
}

const idStep = 419;

/**
 * The seeded invoices in the order of their issue. Only times and order indexes are kept, in typed arrays; an
 * order's two invoices have the keys `2 * index` (tax invoice) and `2 * index + 1` (credit note).
 */
export function invoiceTable(seed: number, idOffset: number, orders: OrderTable): InvoiceTable {
  const firstId = idOffset + 2_300_000_000;
  const id = (key: number) => firstId + key * idStep + (hash(seed, 21, key) % idStep);

  const times = new Float64Array(orders.count * 2).fill(Number.NaN);
  for (let index = 0; index < orders.count; index++) {
    times[index * 2] = orders.taxInvoiceAt(index) ?? Number.NaN;
    times[index * 2 + 1] = orders.creditNoteAt(index) ?? Number.NaN;
  }
  const time = (key: number) => times[key] ?? Number.NaN;
  const keys = Uint32Array.from(times.keys())
    .filter((key) => !Number.isNaN(time(key)))
    .sort((one, other) => time(one) - time(other) || one - other);
  const positions = new Int32Array(times.length).fill(-1);
  keys.forEach((key, position) => {
    positions[key] = position;
  });
  const positionOfKey = (key: number) => {
    const position = positions[key] ?? -1;
    return position === -1 ? null : position;
  };

  const keyAt = (position: number) => {
    const key = keys[position];
    if (key === undefined) throw new RangeError(`no invoice at ${position}`);
    return key;
  };

  const oddityAt = (position: number): Oddity => {
    const rank = keys.length - 1 - position;
    if (rank % every !== 1) return { kind: 'plain' };
    return oddities[Math.floor(rank / every) % oddities.length] ?? { kind: 'plain' };
  };

  return {
    count: keys.length,
    at: (position) => {
      const key = keyAt(position);
      return {
        id: id(key),
        kind: key % 2 === 0 ? 'tax_invoice' : 'credit_note',
        orderIndex: key >> 1,
        issuedAt: time(key),
        position,
        oddity: oddityAt(position),
      };
    },
    issuedAt: (position) => time(keyAt(position)),
    positionById: (wanted) => {
      const key = Math.floor((wanted - firstId) / idStep);
      return key >= 0 && key < times.length && id(key) === wanted ? positionOfKey(key) : null;
    },
    positionsOfOrder: (orderIndex) =>
      [orderIndex * 2, orderIndex * 2 + 1].map(positionOfKey).filter((one) => one !== null),
  };
}

/** The number on a seeded invoice: they count up from 1001 in the order of issue. */
export function seededNumber(position: number): string {
  return String(1001 + position);
}

/** Part of an order went back where it has several lines and the draw says so, else all of it. */
export function returnedLines(seed: number, order: Order): Order['lines'] {
  const partly = order.lines.length > 1 && hash(seed, 22, order.index) % 3 === 0;
  return partly ? order.lines.slice(0, 1) : order.lines;
}
