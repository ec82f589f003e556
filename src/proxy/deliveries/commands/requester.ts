import type { StaffMember } from '../../../contract/common.ts';

/** Who requests a delivery, from where and when (epoch ms). */
export interface Requester {
  storeId: number;
  by: StaffMember;
  from: 'tab' | 'embedded';
  at: number;
  /** How long a sent, or possibly sent, order is skipped. */
  holdBackMs: number;
}

/** An order of a request, with the invoice that it was requested from and the delivery that it retries. */
export interface RequestedOrder {
  orderId: number;
  invoiceId?: number | null | undefined;
  retryOf?: string;
}

export interface DeliveryRequestInput {
  orders: readonly { orderId: number; invoiceId?: number | undefined }[];
  allowRepeat: boolean;
  undoSeconds: number;
}
