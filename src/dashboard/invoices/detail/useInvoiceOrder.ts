import { useQuery } from '@tanstack/react-query';
import type { Customer } from '../../../contract/common.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { hasNoEmail } from '../../api/hasNoEmail.ts';
import { orderQueries } from '../../api/orderQueries.ts';
import { webAddress } from '../../components/webAddress.ts';

export interface InvoiceOrder {
  number: number | null;
  customer: Customer | null;
  /** The order's page in Salla's dashboard. */
  adminUrl: string | null;
  /** The order has no email address to send the invoice to. */
  noEmail: boolean;
  /** The order is loading. */
  pending: boolean;
}

/** An invoice's order: from the invoice at once, completed when the order itself is loaded. */
export function useInvoiceOrder(invoice: Invoice): InvoiceOrder {
  const order = useQuery(orderQueries.detail(invoice.orderId));
  return {
    number: invoice.orderNumber ?? order.data?.number ?? null,
    customer: order.data?.customer ?? invoice.customer,
    noEmail: hasNoEmail(order.data?.customer ?? invoice.customer),
    adminUrl: webAddress(order.data?.adminUrl ?? null),
    pending: order.isLoading,
  };
}
