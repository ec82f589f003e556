import type { StaffMember } from '../../../contract/common.ts';

/** Who asks for something to be sent, from where and when (epoch ms). */
export interface Requester {
  storeId: number;
  by: StaffMember;
  from: 'tab' | 'embedded';
  at: number;
  /** How long an order whose invoice went out, or may have, is held back from going out again unasked. */
  holdBackMs: number;
}

/** An order named once, with the invoice that it was asked from, and the delivery that it is to send anew. */
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
