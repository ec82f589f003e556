/** Picks, from the sandbox's own data, the orders that a test is about. */
import type { MerchantInvoice, MerchantOrder, Sandbox } from './sandbox.ts';

export type Customer = NonNullable<MerchantOrder['customer']>;
export type Subject = {
  order: { id: number; reference_id: number };
  customer: Customer;
  invoice: MerchantInvoice;
};

/** Orders with an invoice and a customer, newest invoice first, each with the newest of its invoices. */
async function ordersWithInvoice(sandbox: Sandbox): Promise<Subject[]> {
  const orders = new Map((await sandbox.orders()).map((order) => [order.id, order]));
  const seen = new Set<number>();
  return (await sandbox.invoices()).flatMap((invoice) => {
    const order = orders.get(invoice.order_id);
    if (order?.customer === undefined || seen.has(order.id)) return [];
    seen.add(order.id);
    return [{ order, customer: order.customer, invoice }];
  });
}

async function firstOrder(
  sandbox: Sandbox,
  what: string,
  fits: (subject: Subject) => boolean,
): Promise<Subject> {
  const found = (await ordersWithInvoice(sandbox)).find(fits);
  if (found === undefined) throw new Error(`The sandbox has no ${what}`);
  return found;
}

/** Only letters, so that it is found and read as it is. */
const hasPlainName = ({ first_name, last_name }: Customer) =>
  /^[\p{L} ]{3,40}$/u.test(`${first_name} ${last_name}`);

/** An order whose customer can be mailed, with an invoice that has its amounts. */
export const mailableOrder = (sandbox: Sandbox) =>
  firstOrder(
    sandbox,
    'mailable order',
    ({ customer, invoice }) =>
      Boolean(customer.email) && invoice.url === undefined && hasPlainName(customer),
  );

export const orderWithoutEmail = (sandbox: Sandbox) =>
  firstOrder(sandbox, 'order without an email', ({ customer }) => !customer.email);
