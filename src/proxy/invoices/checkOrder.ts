import { createInvoiceIn } from '../../contract/createInvoice.ts';
import { currencyDigits } from '../../contract/currencyDigits.ts';
import type { CreatableType } from '../../contract/invoiceTypes.ts';
import { maximumPageSize } from '../../contract/limits.ts';
import type { FieldText } from '../http/fieldErrors.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import type {
  NewInvoice,
  ReadOptions,
  SallaClient,
  SallaInvoiceRow,
  SallaOrder,
} from '../salla/client/types.ts';
import { createFieldsOf } from './createFieldErrors.ts';

/** More than an order has. */
const invoicesRead = maximumPageSize;

/** What there is to know of an order before an invoice of it is made. */
export interface OrderFacts {
  order: SallaOrder;
  invoices: readonly SallaInvoiceRow[];
}

/** The order and its invoices. Throws `invalid_fields` for an order that the store doesn't have, and SallaFailure. */
export async function fetchOrderFacts(
  salla: Pick<SallaClient, 'getOrder' | 'listInvoices'>,
  storeId: number,
  orderId: number,
): Promise<OrderFacts> {
  const [order, invoices] = await Promise.allSettled([
    salla.getOrder(storeId, orderId),
    fetchInvoicesOf(salla, storeId, orderId),
  ]);
  // Of an order that isn't there, this says more than whatever Salla says of its invoices.
  if (order.status === 'rejected') throw orUnknownOrder(order.reason);
  if (invoices.status === 'rejected') throw invoices.reason;
  return { order: order.value, invoices: invoices.value };
}

export async function fetchInvoicesOf(
  salla: Pick<SallaClient, 'listInvoices'>,
  storeId: number,
  orderId: number,
  how?: ReadOptions,
): Promise<readonly SallaInvoiceRow[]> {
  const query = { orderId, page: 1, perPage: invoicesRead };
  return (await salla.listInvoices(storeId, query, how)).data;
}

/** A failure that says "not found" where an order was asked for, as the field that named the order. */
function orUnknownOrder(failure: unknown): unknown {
  const isUnknown = failure instanceof SallaFailure && failure.code === 'not_found';
  return isUnknown ? refusal('orderId', { key: 'unknown_order' }) : failure;
}

/**
 * Throws `invalid_fields` for what the order itself rules out, before Salla is asked. Everything else is Salla's to
 * refuse; an invoice whose type can't be read may be the tax invoice that a credit note needs.
 */
export function checkAgainstOrder(invoice: NewInvoice, { order, invoices }: OrderFacts): void {
  const has = (type: CreatableType) => invoices.some((one) => one.type === type);
  if (invoice.type === 'credit_note') {
    if (has('credit_note')) throw refusal('type', { key: 'has_credit_note' });
    if (invoices.length === 0) throw refusal('type', { key: 'no_tax_invoice' });
  }
  const currency = (order.total ?? order.amounts.subTotal)?.currency;
  if (invoice.dataType !== 'data' || currency === undefined) return;
  const { error } = createInvoiceIn(currencyDigits(currency)).safeParse(invoice);
  if (error !== undefined) {
    throw new ProblemError('invalid_fields', { fields: createFieldsOf(error) });
  }
}

/** `invalid_fields` about one field. */
export function refusal(name: string, text: FieldText): ProblemError {
  return new ProblemError('invalid_fields', { fields: { [name]: [text] } });
}
