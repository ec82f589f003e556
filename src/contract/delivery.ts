import { z } from 'zod';
import {
  Instant,
  PageInfo,
  QueryInteger,
  QueryPageNumber,
  QueryPageSize,
  SallaId,
  StaffMember,
} from './common.ts';
import { deliveryStates } from './deliveryStates.ts';
import { defaultPageSize, maximumOrdersPerBatch, maximumUndoSeconds } from './limits.ts';

export const DeliveryState = z.enum(deliveryStates);

export const DeliveryReason = z.enum([
  'no_email',
  'not_found',
  'refused',
  'forbidden',
  'reconnect',
  'salla_error',
  'interrupted',
  'timeout',
]);
export type DeliveryReason = z.infer<typeof DeliveryReason>;

/** One delivery is one email of one order's invoice. A queued one that waits for its store to be connected again says `reconnect`. */
export const Delivery = z.object({
  id: z.string(),
  batchId: z.string(),
  orderId: SallaId,
  invoiceId: SallaId.nullable(),
  state: DeliveryState,
  reason: DeliveryReason.nullable(),
  message: z.string().nullable(),
  attempts: z.int().nonnegative(),
  requestedBy: StaffMember,
  requestedAt: Instant,
  requestedFrom: z.enum(['tab', 'embedded']),
  finishedAt: Instant.nullable(),
  resolvedBy: StaffMember.nullable(),
  /** The delivery that sends it anew, where one does. */
  followedBy: z.string().nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

/** An order, and the invoice that it was asked from where it was one. */
export const NamedOrder = z.strictObject({ orderId: SallaId, invoiceId: SallaId.optional() });

/**
 * An `invoiceId` of another order, or of none, is refused; one that nobody can tell of now is left out of the
 * delivery, for the email goes by the order alone.
 * A name that is not known here is refused: whoever misspells `undoSeconds` must not find the email gone.
 */
export const DeliveryRequest = z.strictObject({
  orders: z.array(NamedOrder).min(1).max(maximumOrdersPerBatch),
  allowRepeat: z.boolean().default(false),
  undoSeconds: z.int().min(0).max(maximumUndoSeconds).default(0),
});
/** What a caller sends: defaults may be left out. */
export type DeliveryRequest = z.input<typeof DeliveryRequest>;

/** `sent_recently`: it went out minutes ago, or may have where `delivery` is `unconfirmed`; `allowRepeat` sends it all the same. */
export const SkippedDelivery = z.object({
  orderId: SallaId,
  reason: z.enum(['sent_recently', 'already_queued']),
  delivery: Delivery,
});
export type SkippedDelivery = z.infer<typeof SkippedDelivery>;

export const DeliveryBatch = z.object({
  batchId: z.string(),
  deliveries: z.array(Delivery),
  skipped: z.array(SkippedDelivery),
});
export type DeliveryBatch = z.infer<typeof DeliveryBatch>;

export const DeliveryListQuery = z.strictObject({
  batchId: z.string().max(64).optional(),
  orderId: QueryInteger.pipe(SallaId).optional(),
  invoiceId: QueryInteger.pipe(SallaId).optional(),
  state: DeliveryState.optional(),
  page: QueryPageNumber,
  perPage: QueryPageSize.default(defaultPageSize),
});

export type DeliveryListQuery = Partial<z.infer<typeof DeliveryListQuery>>;

export const DeliveryCounts = z.record(DeliveryState, z.int().nonnegative());
export type DeliveryCounts = z.infer<typeof DeliveryCounts>;

export const DeliveryPage = z.object({
  data: z.array(Delivery),
  page: PageInfo,
  counts: DeliveryCounts,
});
export type DeliveryPage = z.infer<typeof DeliveryPage>;

export const DeliveryResolution = z.strictObject({ outcome: z.enum(['sent', 'not_sent']) });
export type DeliveryResolution = z.infer<typeof DeliveryResolution>;
