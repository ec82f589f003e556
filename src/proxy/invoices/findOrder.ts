import { SallaFailure } from '../salla/client/failure.ts';
import type { SallaClient } from '../salla/client/types.ts';
import type { Database } from '../storage/database.ts';
import { findKnownOrders, type KnownOrder, upsertOrders } from '../storage/knownOrders.ts';

export interface KnownOrdersDeps {
  salla: SallaClient;
  database: Database;
  now: () => number;
}

/** What is shown of an invoice's order. */
type ShownOrder = Pick<KnownOrder, 'number' | 'customer'>;

/** How long the customer's address is taken as it was last seen: who mends it in Salla looks here next. */
const freshMs = 2 * 60 * 1000;

/**
 * The order of an invoice: as seen a moment ago, else asked of Salla, else as seen before. Null where Salla
 * can't tell now and never did, for the invoice is worth showing without it.
 */
export async function findOrder(
  { salla, database, now }: KnownOrdersDeps,
  storeId: number,
  orderId: number,
): Promise<ShownOrder | null> {
  const known = (await findKnownOrders(database, storeId, [orderId])).get(orderId) ?? null;
  const seenAt = known?.customerSeenAt ?? null;
  if (seenAt !== null && now() < seenAt + freshMs) return known;
  try {
    // What was seen before is shown before somebody who sees nothing has to wait.
    const order = await salla.getOrder(storeId, orderId, seenAt === null ? {} : { patienceMs: 0 });
    const read = { at: now(), from: 'details' } as const;
    const [remembered] = await upsertOrders(database, storeId, [order], read);
    return remembered ?? known;
  } catch (error) {
    if (error instanceof SallaFailure) return known;
    throw error;
  }
}
