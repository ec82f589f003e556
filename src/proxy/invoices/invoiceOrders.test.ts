import { expect, it } from 'vitest';
import { createInvoiceOrders } from './invoiceOrders.ts';

it('knows the orders of the invoices seen last, each store for itself', () => {
  const orders = createInvoiceOrders(2);
  orders.learn(1, [
    { id: 10, orderId: 100 },
    { id: 11, orderId: 110 },
  ]);
  orders.learn(1, [{ id: 10, orderId: 100 }]);
  orders.learn(2, [{ id: 12, orderId: 120 }]);
  expect(orders.orderOf(1, 10)).toBe(100);
  expect(orders.orderOf(1, 11)).toBeUndefined();
  expect(orders.orderOf(2, 12)).toBe(120);
  expect(orders.orderOf(1, 12)).toBeUndefined();
});
