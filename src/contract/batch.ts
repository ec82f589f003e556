import { z } from 'zod';
import { Instant, PageInfo, QueryInteger, QueryPageSize, StaffMember } from './common.ts';
import { Delivery, DeliveryCounts, NamedOrder, SkippedDelivery } from './delivery.ts';
import { maximumOrdersPerBatch, maximumPageSize } from './limits.ts';

/**
 * The deliveries that were asked for together, and how far they are. `skipped` is how many orders were held back
 * when it was asked for. `secondsLeft` is about how long the rest takes at the store's pace: 0 where nothing is
 * left, null where that can't be told (paused, stopped, or Salla has not said its limit yet). `stopped`: Salla
 * takes the store's tokens no more; what is queued waits until the store is connected again. `waiting`: Salla is down or
 * answers nothing that can be understood, so that what is queued waits, safe, and one is tried at that time.
 */
export const Batch = z.object({
  batchId: z.string(),
  requestedBy: StaffMember,
  requestedAt: Instant,
  requestedFrom: z.enum(['tab', 'embedded']),
  paused: z.boolean(),
  stopped: z.enum(['reconnect']).nullable(),
  waiting: z.object({ reason: z.enum(['unavailable', 'unclear']), until: Instant }).nullable(),
  counts: DeliveryCounts,
  skipped: z.int().nonnegative(),
  secondsLeft: z.int().nonnegative().nullable(),
  /** The batch whose failed ones this one sends anew. */
  retryOf: z.string().nullable(),
});
export type Batch = z.infer<typeof Batch>;

/** `active`: only those, or only those not, of which something is queued or sending. */
export const BatchListQuery = z.strictObject({
  active: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});

/** What a person decides about unconfirmed ones of a batch. */
export const BatchDecision = z.strictObject({
  deliveryIds: z.array(z.string().min(1).max(64)).min(1).max(maximumOrdersPerBatch),
  outcome: z.enum(['sent', 'not_sent']),
});
export type BatchDecision = z.infer<typeof BatchDecision>;

/**
 * Which of a batch are sent anew: failed, canceled or unconfirmed ones that are named; all failed ones where none
 * are named.
 */
export const BatchRetry = z.strictObject({
  deliveryIds: z.array(z.string().min(1).max(64)).min(1).max(maximumOrdersPerBatch).optional(),
});
export type BatchRetry = z.infer<typeof BatchRetry>;

export const SkippedListQuery = z.strictObject({
  page: QueryInteger.pipe(z.int().min(1).max(1000)).default(1),
  perPage: QueryPageSize.default(maximumPageSize),
});

export const SkippedPage = z.object({ data: z.array(SkippedDelivery), page: PageInfo });
export type SkippedPage = z.infer<typeof SkippedPage>;

/** `since`: the `version` of an earlier answer. */
export const BatchChangesQuery = z.strictObject({ since: z.string().max(500).optional() });
export type BatchChangesQuery = z.infer<typeof BatchChangesQuery>;

/**
 * A batch, and those of its lists that changed since an earlier answer: the deliveries that can be retried, by state, and the skipped
 * orders. Each list is whole, in the order of the request; all of them come without `since`. A list may come although nothing in it
 * changed. `version` is opaque.
 */
export const BatchChanges = z.object({
  batch: Batch,
  version: z.string(),
  lists: z.object({
    failed: z.array(Delivery).optional(),
    unconfirmed: z.array(Delivery).optional(),
    canceled: z.array(Delivery).optional(),
    skipped: z.array(SkippedDelivery).optional(),
  }),
});
export type BatchChanges = z.infer<typeof BatchChanges>;

/** Asks what a request would do, and changes nothing. */
export const DeliveryPreviewRequest = z.strictObject({
  orders: z.array(NamedOrder).min(1).max(maximumOrdersPerBatch),
  allowRepeat: z.boolean().default(false),
});
export type DeliveryPreviewRequest = z.input<typeof DeliveryPreviewRequest>;

/**
 * What a request would do now: `orders` different ones were named, of which `sentRecently` went out minutes ago or may
 * have, `alreadyQueued` are under way, and `toSend` would be queued. `secondsLeft` is until the last of them has
 * left, behind what the store has queued already; null where that can't be told.
 */
export const DeliveryPreview = z.object({
  orders: z.int().positive(),
  sentRecently: z.int().nonnegative(),
  alreadyQueued: z.int().nonnegative(),
  toSend: z.int().nonnegative(),
  secondsLeft: z.int().nonnegative().nullable(),
});
export type DeliveryPreview = z.infer<typeof DeliveryPreview>;
