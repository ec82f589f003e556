import type { FrameLocator, Page } from '@playwright/test';
import type { Sandbox } from './sandbox.ts';
import { selectionWords } from './selectionWords.ts';
import type { Language } from './words.ts';

/** The list of invoices with its selection. */
export function selectionOn(app: Page | FrameLocator, language: Language) {
  const say = selectionWords[language];
  const bar = app.getByRole('region', { name: say.label });
  return {
    bar,
    row: (orderNumber: number) =>
      app
        .getByRole('row')
        .filter({ hasText: String(orderNumber) })
        .first(),
    /** The checkbox of the row at this index, from 0. */
    box: (index: number) => app.locator('tbody').getByRole('checkbox').nth(index),
    boxOfOrder: (orderNumber: number) =>
      app.getByRole('checkbox', { name: new RegExp(`${orderNumber}$`) }).first(),
    pageBox: app.getByRole('checkbox', { name: say.page }),
    resend: (count: number) => bar.getByRole('button', { name: say.resend(count), exact: true }),
  };
}

interface Mailable {
  orderId: number;
  orderNumber: number;
}

/** Orders with a customer's email and exactly one invoice, newest first. */
export async function mailableOrders(sandbox: Sandbox): Promise<Mailable[]> {
  const orders = new Map((await sandbox.orders()).map((order) => [order.id, order]));
  const invoices = await sandbox.invoices();
  const single = ({ order_id }: { order_id: number }) =>
    invoices.filter((other) => other.order_id === order_id).length === 1;
  return invoices.filter(single).flatMap(({ order_id }) => {
    const order = orders.get(order_id);
    return order?.customer?.email ? [{ orderId: order.id, orderNumber: order.reference_id }] : [];
  });
}
