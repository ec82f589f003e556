import { sums } from '../amounts.ts';
import type { Customer, Order, OrderLine, OrderStatus } from '../model.ts';
import { type Choices, choose, drawsFor, hash } from '../random.ts';
import { dayLength } from '../riyadh.ts';
import type { CustomerTable } from './customers.ts';
import { oddCustomers } from './names.ts';
import { productSeeds } from './products.ts';

const period = 365 * dayLength;
/** Ids have gaps, and still tell the row: `index = floor((id - first) / step)`. */
const orderIdStep = 937;
const referenceStep = 7;

const paymentMethods: Choices<string> = [
  'mada',
  'mada',
  'credit_card',
  'apple_pay',
  'apple_pay',
  'bank',
  'cod',
];

function statusOf(id: number, slug: string, name: string, ownName = name): OrderStatus {
  return { id, name, slug, customized: { id: id + 11_000, name: ownName } };
}

const openStatuses: Choices<OrderStatus> = [
  statusOf(566146469, 'payment_pending', 'بإنتظار الدفع'),
  statusOf(1939592358, 'under_review', 'بإنتظار المراجعة'),
  statusOf(1298199463, 'in_progress', 'قيد التنفيذ', 'جاري التجهيز'),
];
const doneStatuses: Choices<OrderStatus> = [
  statusOf(1723506348, 'completed', 'تم التنفيذ'),
  statusOf(814202285, 'shipped', 'تم الشحن', 'مع المندوب'),
  statusOf(349994915, 'delivered', 'تم التوصيل'),
];
const restored = statusOf(989286562, 'restored', 'مسترجع');

export interface OrderTable {
  count: number;
  customers: CustomerTable;
  at(index: number): Order;
  /** The cheap columns, for filters over the whole table. */
  placedAt(index: number): number;
  customerIndex(index: number): number;
  referenceId(index: number): number;
  /** When the seeded invoices of the order were issued; null where it has none. */
  taxInvoiceAt(index: number): number | null;
  creditNoteAt(index: number): number | null;
  indexById(id: number): number | null;
  indexByReference(referenceId: number): number | null;
}

/**
 * The seeded orders, index 0 the oldest, spread over the year up to `endsAt`. Rows are pure functions of seed and
 * index and are made when asked for, so that a hundred thousand cost no more than ten.
 */
export function orderTable(
  seed: number,
  options: { count: number; endsAt: number; idOffset: number; customers: CustomerTable },
): OrderTable {
  const { count, endsAt, idOffset, customers } = options;
  const firstId = idOffset + 2_150_000_000;
  const firstReference = 184_000_000 + (idOffset === 0 ? 0 : 500_000_000);

  // Business grows: more orders a day the nearer to `endsAt`.
  const placedAt = (index: number) => {
    const rank = count - 1 - index + 0.05 + (hash(seed, 1, index) % 1000) / 1250;
    return Math.floor((endsAt - period * (rank / count) ** 1.4) / 1000) * 1000;
  };
  const taxInvoiceAt = (index: number) => {
    if (hash(seed, 2, index) % 100 < 12) return null;
    return Math.min(endsAt, placedAt(index) + (hash(seed, 3, index) % 5400) * 1000);
  };
  const creditNoteAt = (index: number) => {
    const issuedAt = taxInvoiceAt(index);
    if (issuedAt === null || hash(seed, 4, index) % 100 >= 9) return null;
    const at = issuedAt + (1 + (hash(seed, 5, index) % 9)) * dayLength;
    return at > endsAt ? null : at;
  };
  const customerIndex = (index: number) => {
    const rank = count - 1 - index;
    if (rank < 90 && rank % 5 === 2) return ((rank - 2) / 5) % oddCustomers.length;
    const plain = customers.count - oddCustomers.length;
    return oddCustomers.length + (hash(seed, 6, index) % plain);
  };
  const orderId = (index: number) =>
    firstId + index * orderIdStep + (hash(seed, 7, index) % orderIdStep);
  const referenceId = (index: number) =>
    firstReference + index * referenceStep + (hash(seed, 8, index) % referenceStep);

  const status = (index: number) => {
    if (creditNoteAt(index) !== null) return restored;
    return choose(taxInvoiceAt(index) === null ? openStatuses : doneStatuses, hash(seed, 9, index));
  };

  const at = (index: number): Order => {
    const draws = drawsFor(seed, 10, index);
    const customer: Customer = customers.at(customerIndex(index));
    const id = orderId(index);
    const lines: OrderLine[] = Array.from(
      { length: draws.pick([1, 1, 2, 2, 3, 5]) },
      (_, position) => {
        const which = draws.whole(0, productSeeds.length - 1);
        const product = choose(productSeeds, which);
        return {
          id: id + 4_000_000 + position,
          product: {
            ...product,
            id: 977_135_000 + which,
            sku: `PRO-${String(which + 1).padStart(3, '0')}`,
          },
          quantity: draws.pick([1, 1, 1, 2, 3]),
        };
      },
    );
    const paymentMethod = draws.pick(paymentMethods);
    const subTotal = lines.reduce((sum, line) => sum + line.product.price * line.quantity, 0);
    const shipping = {
      amount: draws.pick([0, 1500, 2000, 2300, 2875]),
      taxable: !draws.percent(6),
    };
    const amounts = sums(lines, {
      shipping,
      shippingDiscount: shipping.taxable && hash(seed, 11, index) % 100 < 8 ? shipping.amount : 0,
      cashOnDelivery: {
        amount: paymentMethod === 'cod' ? draws.pick([1200, 1725]) : 0,
        taxable: !draws.percent(6),
      },
      discount: draws.percent(25) ? Math.round((subTotal * draws.pick([5, 10, 15, 33])) / 100) : 0,
      taxPercent: customer.countryCode === 'SA' ? 15 : 0,
    });
    return {
      index,
      id,
      referenceId: referenceId(index),
      placedAt: placedAt(index),
      status: status(index),
      paymentMethod,
      customer,
      lines,
      currency: customer.countryCode === 'KW' ? 'KWD' : 'SAR',
      amounts,
      tag: draws.percent(5) ? 'هدية' : null,
    };
  };

  const within = (index: number, matches: (index: number) => boolean) =>
    index >= 0 && index < count && matches(index) ? index : null;

  return {
    count,
    customers,
    at,
    placedAt,
    customerIndex,
    referenceId,
    taxInvoiceAt,
    creditNoteAt,
    indexById: (id) =>
      within(Math.floor((id - firstId) / orderIdStep), (index) => orderId(index) === id),
    indexByReference: (reference) =>
      within(
        Math.floor((reference - firstReference) / referenceStep),
        (index) => referenceId(index) === reference,
      ),
  };
}
