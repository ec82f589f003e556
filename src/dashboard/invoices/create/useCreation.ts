import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invoice, InvoiceSummary } from '../../../contract/invoice.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { Order } from '../../../contract/order.ts';
import type { IssuanceSetting } from '../../../contract/store.ts';
import { invoiceQueries } from '../../api/invoiceQueries.ts';
import { orderQueries } from '../../api/orderQueries.ts';
import { storeQueries } from '../../api/storeQueries.ts';
import { issuedOf } from './issued.ts';

/** What the form is about. What could not be read, or is not known, is null. */
export interface Creation {
  order: Order;
  invoices: readonly InvoiceSummary[] | null;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
  /** It is on its way: the amounts to begin with may still come. */
  sourcePending: boolean;
  setting: IssuanceSetting | null;
}

/** The order as soon as it is there; null while what else the form begins with is on its way. */
interface Begun {
  order: Order;
  creation: Creation | null;
}

/** Reads all that the form begins with. Without the order there is none; it does without the rest. */
export function useCreation(orderId: number, type: CreatableType) {
  const order = useQuery(orderQueries.fresh(orderId));
  const invoices = useQuery(invoiceQueries.freshOfOrder(orderId));
  const issued = invoices.data === undefined ? null : issuedOf(invoices.data.data);
  const sourceId = type === 'credit_note' ? issued?.taxInvoice?.id : undefined;
  const source = useQuery({
    ...invoiceQueries.detail(sourceId ?? 0),
    enabled: sourceId !== undefined,
  });
  const store = useQuery(storeQueries.current());
  const sourcePending = sourceId !== undefined && source.isPending;

  // Once shown, the form stays, whatever else comes.
  const [ready, setReady] = useState(false);
  const settled = !invoices.isPending && !sourcePending && !store.isPending;
  if (settled && !ready) setReady(true);

  const { data, error, errorUpdateCount, isFetching, refetch } = order;
  return { data: data && begun(data), error, errorUpdateCount, isFetching, refetch };

  function begun(order: Order): Begun {
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
