import type { OpenedSandbox } from './openSandbox.ts';

export const path = '/admin/v2/orders/invoices';
export const amounts = {
  total: 7789,
  sub_total: 999,
  shipping_cost: 78,
  cash_on_delivery_cost: 789,
  tax: 10,
  tax_value: 35.3,
};

export async function orderWithoutInvoice({ orders, invoices }: OpenedSandbox): Promise<number> {
  for (const { id } of (await orders('?per_page=60')).data) {
    if ((await invoices(`?order_id=${id}`)).pagination.total === 0) return id;
  }
  throw new Error('every order of the first page has an invoice');
}

export async function invoicedOrder({ invoices }: OpenedSandbox): Promise<number> {
  const { data } = await invoices('?per_page=60');
  const returned = data.filter((row) => row.type === 'Credit Note').map((row) => row.order_id);
  const found = data.find((row) => row.type === 'Tax Invoice' && !returned.includes(row.order_id));
  return found?.order_id ?? 0;
}

export function form(values: Record<string, string | Blob>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  return { method: 'POST', body };
}

export const refusedFor = (fields: Record<string, string[]>) => ({
  status: 422,
  success: false,
  error: { code: 'error', message: 'alert.invalid_fields', fields },
});
