import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invoice, InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { Order } from '../../../contract/order.ts';
import type { IssuanceSetting } from '../../../contract/store.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { orderQueries } from '../../api/orderQueries.ts';
import { storeQueries } from '../../api/storeQueries.ts';
import { toExistingInvoices } from './existingInvoices.ts';

/** The data that the form starts with; null if it could not be loaded or is unknown. */
export interface CreationData {
  order: Order;
  invoices: readonly InvoiceSummary[] | null;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
  /** The source is loading: prefilled amounts may still come. */
  sourcePending: boolean;
  setting: IssuanceSetting | null;
}

/** `creation` is null while the rest of the data is loading. */
interface CreationState {
  order: Order;
  creation: CreationData | null;
}

/** Loads the data for the form. Without the order there is no form; the rest is optional. */
export function useCreationData(orderId: number, type: CreatableType) {
  const order = useQuery(orderQueries.fresh(orderId));
  const invoices = useQuery(invoiceQueries.freshOfOrder(orderId));
  const issued = invoices.data === undefined ? null : toExistingInvoices(invoices.data.data);
  const sourceId = type === 'credit_note' ? issued?.taxInvoice?.id : undefined;
  const source = useQuery({
    ...invoiceQueries.detail(sourceId ?? 0),
    enabled: sourceId !== undefined,
  });
  const store = useQuery(storeQueries.current());
  const sourcePending = sourceId !== undefined && source.isPending;

  // Once shown, the form stays, even if other data loads again.
  const [ready, setReady] = useState(false);
  const settled = !invoices.isPending && !sourcePending && !store.isPending;
  if (settled && !ready) setReady(true);

  const { data, error, errorUpdateCount, isFetching, refetch } = order;
  return { data: data && begun(data), error, errorUpdateCount, isFetching, refetch };

  function begun(order: Order): CreationState {
    if (!ready && !settled) return { order, creation: null };
    return {
      order,
      creation: {
        order,
        invoices: invoices.data?.data ?? null,
        source: sourceId === undefined ? null : (source.data ?? null),
        sourcePending,
        setting: store.data?.issuance?.setting ?? null,
      },
    };
  }
}
