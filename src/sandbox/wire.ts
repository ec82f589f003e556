import { inUnits } from './currency.ts';
import type { ZonedDate } from './riyadh.ts';

/** What goes over the wire, in Salla's field names. Amounts and currencies are as loose as Salla's. */

export type WireAmount = number | string;

export interface WireMoney {
  amount: WireAmount;
  taxable?: boolean;
  currency: string;
}

/** A cost of an invoice, which may leave its currency to the invoice. */
export type WireCharge = Omit<WireMoney, 'currency'> & { currency: string | undefined };

interface WireTax {
  percent: WireAmount;
  amount: WireMoney;
}

export interface WireItem {
  id?: number | string | undefined;
  product_id?: number | string | undefined;
  item_id?: number | string | undefined;
  name: string;
  sku?: string | null | undefined;
  quantity?: number | string | undefined;
  type?: string | undefined;
  price?: WireMoney | undefined;
  discount?: WireMoney | undefined;
  tax?: WireTax | undefined;
  total?: WireMoney | undefined;
}

/** What is undefined is missing from the answer. */
export interface WireInvoice {
  id: number;
  invoice_number?: string | number | null | undefined;
  uuid?: string | null | undefined;
  order_id: number;
  invoice_reference_id?: string | number | null | undefined;
  type: string;
  date: string | ZonedDate;
  qr_code?: string | null | undefined;
  payment_method?: string | null | undefined;
  sub_total?: WireMoney | undefined;
  subtotal?: WireMoney | undefined;
  shipping_cost?: WireCharge | undefined;
  cod_cost?: WireCharge | undefined;
  discount?: WireMoney | undefined;
  shipping_cost_discount?: WireMoney | undefined;
  tax?: WireTax | undefined;
  total?: WireMoney | undefined;
  url?: string | undefined;
  items?: WireItem[] | undefined;
}

/** Smallest units as an amount, the way Salla's details say it. */
export function money(amount: number, currency: string): WireMoney {
  return { amount: inUnits(amount, currency), currency };
}
