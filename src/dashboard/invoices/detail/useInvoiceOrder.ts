import { useQuery } from '@tanstack/react-query';
import type { Customer } from '../../../contract/common.ts';
import type { Invoice } from '../../../contract/invoice.ts';
import { hasNoEmail } from '../../api/hasNoEmail.ts';
import { orderQueries } from '../../api/orderQueries.ts';
import { webAddress } from '../../components/webAddress.ts';

export interface InvoiceOrder {
  number: number | null;
  customer: Customer | null;
  /** Opens the order in Salla's dashboard. */
  adminUrl: string | null;
  /** The order has no address that its invoice could be sent to. */
  noEmail: boolean;
  /** More may still come. */
  pending: boolean;
}

/** An invoice's order: what the invoice says of it at once, the rest when the order itself answers. */
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
