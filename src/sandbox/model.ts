/** The shop as the sandbox keeps it. Amounts are whole smallest units of the order's currency (halalas, fils), times epoch milliseconds. */

export interface StaffUser {
  id: number;
  name: string;
  email: string;
  mobile: string;
  role: string;
}

export interface Store {
  id: number;
  name: string;
  username: string;
  plan: string;
  domain: string;
  vatNumber: string;
  staff: readonly [StaffUser, ...StaffUser[]];
  createdAt: number;
}

export interface Customer {
  id: number;
  firstName: string;
  lastName: string;
  mobileCode: string;
  mobile: string;
  email: string | null;
  city: string;
  countryCode: string;
}

interface Product {
  id: number;
  name: string;
  /** For the PDF, whose standard fonts are Latin. */
  latinName: string;
  sku: string;
  type: string;
  price: number;
}

export interface OrderLine {
  id: number;
  product: Product;
  quantity: number;
}

export interface Charge {
  amount: number;
  taxable: boolean;
}

export interface Amounts {
  subTotal: number;
  shipping: Charge;
  cashOnDelivery: Charge;
  discount: number;
  /** What a free or reduced shipping takes off. */
  shippingDiscount: number;
  taxPercent: number;
  tax: number;
  total: number;
}

export interface OrderStatus {
  id: number;
  name: string;
  slug: string;
  /** What the store calls it. */
  customized: { id: number; name: string };
}

export interface Order {
  /** Counted from the oldest. */
  index: number;
  id: number;
  /** The order number that staff and customers know. */
  referenceId: number;
  placedAt: number;
  status: OrderStatus;
  paymentMethod: string;
  customer: Customer;
  lines: readonly OrderLine[];
  /** ISO 4217. */
  currency: string;
  amounts: Amounts;
  tag: string | null;
}

export type InvoiceKind = 'tax_invoice' | 'credit_note';

/** How the store issues invoices: by Salla from the order, by its own system, or by Salla's default provider alone. */
export type Issuance = 'salla' | 'custom' | 'default_provider';
