/** Picks, from the sandbox's own data, the orders that a test is about. */
import type { MerchantInvoice, MerchantOrder, Sandbox } from './sandbox.ts';

export type Subject = { order: MerchantOrder; invoice: MerchantInvoice };

/** Orders with an invoice, newest invoice first, each with the newest of its invoices. */
export async function ordersWithInvoice(sandbox: Sandbox): Promise<Subject[]> {
  const orders = new Map((await sandbox.orders()).map((order) => [order.id, order]));
  const seen = new Set<number>();
  return (await sandbox.invoices()).flatMap((invoice) => {
    const order = orders.get(invoice.order_id);
    if (order === undefined || seen.has(order.id)) return [];
    seen.add(order.id);
    return [{ order, invoice }];
  });
}

function first(subjects: Subject[], what: string): Subject {
  const found = subjects[0];
  if (found === undefined) throw new Error(`The sandbox has no ${what}`);
  return found;
}

export const hasEmail = ({ order }: Subject) => Boolean(order.customer.email);
const isWhole = ({ invoice }: Subject) => invoice.url === undefined;
/** Only letters, so that it is found and read as it is. */
const hasPlainName = ({ order: { customer } }: Subject) =>
  /^[\p{L} ]{3,40}$/u.test(`${customer.first_name} ${customer.last_name}`);

/** An order whose customer can be mailed, with an invoice that has its amounts. */
export async function mailableOrder(sandbox: Sandbox): Promise<Subject> {
  const subjects = await ordersWithInvoice(sandbox);
  return first(
    subjects.filter((one) => hasEmail(one) && isWhole(one) && hasPlainName(one)),
    'mailable order',
  );
}

export async function orderWithoutEmail(sandbox: Sandbox): Promise<Subject> {
  const subjects = await ordersWithInvoice(sandbox);
  return first(
    subjects.filter((one) => !hasEmail(one)),
    'order without an email',
  );
}
