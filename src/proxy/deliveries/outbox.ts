import type { StaffMember } from '../../contract/common.ts';
import type { DeliveryBatch, SkippedDelivery } from '../../contract/delivery.ts';
import type { Database } from '../storage/database.ts';
import { type DeliveryRow, toDelivery } from '../storage/deliveries.ts';

/** How long an order whose invoice was sent, or may have been, is held back from being sent again unasked. */
const repeatHeldBackMs = 10 * 60 * 1000;

/** SQLite takes a limited number of values in one statement. */
const rowsPerStatement = 100;

export interface Asked {
  storeId: number;
  by: StaffMember;
  from: 'tab' | 'embedded';
  /** Epoch ms. */
  at: number;
}

export interface Wanted {
  orders: ReadonlyArray<{ orderId: number; invoiceId?: number | undefined }>;
  allowRepeat: boolean;
  undoSeconds: number;
}

/**
 * Writes down what is to be sent, and what is held back. An order named twice is taken once.
 * Runs in the caller's transaction, so that a batch is there as a whole or not at all.
 */
export async function enqueue(
  transaction: Database,
  asked: Asked,
  wanted: Wanted,
  randomId: () => string,
): Promise<DeliveryBatch> {
  const batchId = randomId();
  const orders = firstOfEach(wanted.orders);
  const held = await findHeldBack(transaction, asked, orders, wanted.allowRepeat);
  const rows = orders
    .filter(({ orderId }) => !held.has(orderId))
    .map((order, position) => ({
      ...newRow(randomId(), batchId, asked),
      position,
      order_id: order.orderId,
      invoice_id: order.invoiceId ?? null,
      not_before: asked.at + wanted.undoSeconds * 1000,
    }));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const some = rows.slice(start, start + rowsPerStatement);
    await transaction.insertInto('deliveries').values(some).execute();
  }
  return { batchId, deliveries: rows.map(toDelivery), skipped: [...held.values()] };
}

/** A row as it is first written; what it is about is still to be filled in. */
export function newRow(id: string, batchId: string, asked: Asked) {
  return {
    id,
    store_id: asked.storeId,
    batch_id: batchId,
    position: 0,
    state: 'queued',
    reason: null,
    message: null,
    attempts: 0,
    requested_by_id: asked.by.id,
    requested_by_name: asked.by.name,
    requested_at: asked.at,
    requested_from: asked.from,
    not_before: asked.at,
    lease_owner: null,
    lease_until: null,
    finished_at: null,
    resolved_by_id: null,
    resolved_by_name: null,
    retry_of: null,
    followed_by: null,
    bulk: 0,
  } as const;
}

function firstOfEach(orders: Wanted['orders']): Wanted['orders'] {
  const byOrder = new Map<number, Wanted['orders'][number]>();
  for (const order of orders) {
    if (!byOrder.has(order.orderId)) byOrder.set(order.orderId, order);
  }
  return [...byOrder.values()];
}

async function findHeldBack(
  transaction: Database,
  asked: Asked,
  orders: Wanted['orders'],
  allowRepeat: boolean,
): Promise<Map<number, SkippedDelivery>> {
  const held = new Map<number, SkippedDelivery>();
  for (let start = 0; start < orders.length; start += rowsPerStatement) {
    const orderIds = orders.slice(start, start + rowsPerStatement).map(({ orderId }) => orderId);
    for (const row of await findInTheWay(transaction, asked, orderIds)) {
      const reason = isUnderWay(row) ? 'already_queued' : 'sent_recently';
      if (allowRepeat && reason === 'sent_recently') continue;
      // What is under way says more than what went out before it.
      if (held.get(row.order_id)?.reason === 'already_queued') continue;
      held.set(row.order_id, { orderId: row.order_id, reason, delivery: toDelivery(row) });
    }
  }
  return held;
}

export function isUnderWay({ state }: Pick<DeliveryRow, 'state'>): boolean {
  return state === 'queued' || state === 'sending';
}

/** The deliveries of these orders that are under way, and those that went out a moment ago, or may have; oldest first. */
export function findInTheWay(
  transaction: Database,
  asked: Pick<Asked, 'storeId' | 'at'>,
  orderIds: readonly number[],
): Promise<DeliveryRow[]> {
  return transaction
    .selectFrom('deliveries')
    .selectAll()
    .where('store_id', '=', asked.storeId)
    .where('order_id', 'in', orderIds)
    .where(({ or, eb, and }) =>
      or([
        eb('state', 'in', ['queued', 'sending']),
        and([
          eb('state', 'in', ['sent', 'unconfirmed']),
          eb('finished_at', '>', asked.at - repeatHeldBackMs),
        ]),
      ]),
    )
    .orderBy('requested_at')
    .execute();
}
