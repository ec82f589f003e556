/** Finds orders for tests in the sandbox's data. */
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

/** Letters only, so that search and display don't change it. */
const hasPlainName = ({ first_name, last_name }: Customer) =>
  /^[\p{L} ]{3,40}$/u.test(`${first_name} ${last_name}`);

/** An order with a customer's email and an invoice with amounts. */
export const mailableOrder = (sandbox: Sandbox) =>
  firstOrder(
    sandbox,
    'mailable order',
    ({ customer, invoice }) =>
      Boolean(customer.email) && invoice.url === undefined && hasPlainName(customer),
  );

export const orderWithoutEmail = (sandbox: Sandbox) =>
  firstOrder(sandbox, 'order without an email', ({ customer }) => !customer.email);

/** An order with its customer, before an invoice is created for it. */
export type OrderSubject = Omit<Subject, 'invoice'>;

/** The newest order with a plain name whose invoices are exactly of these types. */
async function orderWith(sandbox: Sandbox, types: readonly string[]): Promise<OrderSubject> {
  for (const order of await sandbox.orders()) {
    const { customer } = order;
    if (customer === undefined || !hasPlainName(customer)) continue;
    const invoices = await sandbox.invoicesOf(order.id);
    const isWhole = invoices.every(({ url }) => url === undefined);
    if (isWhole && invoices.map(({ type }) => type).join() === types.join()) {
      return { order, customer };
    }
  }
  throw new Error(`The sandbox has no order with ${types.join() || 'no invoice'}`);
}

export const orderWithoutInvoice = (sandbox: Sandbox) => orderWith(sandbox, []);

/** An order with a tax invoice with amounts, and no credit note. */
export const orderWithTaxInvoice = (sandbox: Sandbox) => orderWith(sandbox, ['Tax Invoice']);
