import { Hono } from 'hono';
import type { Mail } from '../dashboardPage/port.ts';
import { notFound, refusedWithoutReason, success } from '../envelope.ts';
import type { Mailbox } from '../mailbox.ts';
import type { Order } from '../model.ts';
import type { Shop } from '../shop.ts';
import { type Caller, needs } from './caller.ts';
import { id } from './query.ts';

/** Mails the order's invoice; false where there is no invoice or no address. Each call is one email. */
export function mailInvoice(mailbox: Mailbox, shop: Shop, order: Order, via: Mail['via']): boolean {
  const { email } = order.customer;
  if (email === null || shop.invoicesOfOrder(order.id).length === 0) return false;
  mailbox.send(shop.store, order, email, via);
  return true;
}

/** `POST /orders/{id}/send-invoice`. */
export function sendRoute(mailbox: Mailbox): Hono<Caller> {
  return new Hono<Caller>().post(
    '/orders/:orderId/send-invoice',
    needs('orders.read_write'),
    (context) => {
      const orderId = id.safeParse(context.req.param('orderId'));
      const shop = context.get('shop');
      const order = orderId.success ? shop.order(orderId.data) : null;
      if (order === null) return notFound();
      if (!mailInvoice(mailbox, shop, order, 'merchant-api')) return refusedWithoutReason();
      return success({ message: 'تم ارسال رسالة الفاتورة بنجاح' });
    },
  );
}
