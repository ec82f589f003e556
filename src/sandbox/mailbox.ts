import type { Mail } from './dashboardPage/port.ts';
import type { Order, Store } from './model.ts';

export interface Mailbox {
  /** Newest first. */
  all(): readonly Mail[];
  send(store: Store, order: Order, to: string, via: Mail['via']): void;
  clear(): void;
}

/** Every email that customers would have got. */
export function createMailbox(now: () => number): Mailbox {
  let mails: Mail[] = [];
  return {
    all: () => mails.toReversed(),
    send: (store, order, to, via) => {
      mails.push({
        orderId: order.id,
        to,
        subject: `فاتورة طلبك رقم #${order.referenceId} من ${store.name}`,
        at: new Date(now()).toISOString(),
        via,
      });
    },
    clear: () => {
      mails = [];
    },
  };
}
