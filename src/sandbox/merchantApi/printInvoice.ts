import { Hono } from 'hono';
import type { Documents } from '../documents.ts';
import { refusedWithoutReason, success } from '../envelope.ts';
import { type Caller, needs } from './caller.ts';
import { id } from './query.ts';

/** `POST /orders/{id}/print-invoice`: where the PDF is, absolute or relative. */
export function printRoute(documents: Documents): Hono<Caller> {
  return new Hono<Caller>().post(
    '/orders/:orderId/print-invoice',
    needs('orders.read_write'),
    (context) => {
      const orderId = id.safeParse(context.req.param('orderId'));
      const shop = context.get('shop');
      const order = orderId.success ? shop.order(orderId.data) : null;
      if (order === null || shop.invoicesOfOrder(order.id).length === 0) {
        return refusedWithoutReason();
      }
      return success({ url: documents.print(shop, order) });
    },
  );
}
