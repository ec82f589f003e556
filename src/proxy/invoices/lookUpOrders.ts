import type { OrderSummary } from '../../contract/order.ts';
import { SallaFailure } from '../salla/client/failure.ts';
import type { SallaClient, SallaOrderRow } from '../salla/client/types.ts';
import type { Database } from '../storage/database.ts';
import { upsertOrders } from '../storage/knownOrders.ts';

export interface LookUpDeps {
  salla: Pick<SallaClient, 'listOrders' | 'getOrder'>;
  database: Database;
  now: () => number;
}

export interface LookUp {
  ids: readonly number[];
  /** The last day (store time) on which they were placed. */
  to: string;
  /** Calls of Salla's that it may cost in all, and pages of its list among them. */
  mostCalls: number;
  mostPages: number;
  signal?: AbortSignal;
}

/** `failure` is why it broke off, if it did; what was found until then counts. */
export interface LookedUp {
  orders: ReadonlyMap<number, OrderSummary>;
  failure: SallaFailure | null;
}

const ordersPerPage = 60;

/**
 * Looks orders up at Salla and remembers them: by pages of its list, newest first, and once a page finds no more than one of
 * them, one by one, where the calls suffice for that. What is not found is left out.
 */
export async function lookUpOrders(
  parts: LookUpDeps,
  storeId: number,
  { ids, mostCalls, mostPages, to, signal }: LookUp,
): Promise<LookedUp> {
  const { salla, database, now } = parts;
  const orders = new Map<number, OrderSummary>();
  const missing = new Set(ids);
  let pagesLeft = mostPages;

  /** How many of those that were missing they are. */
  async function take(told: readonly SallaOrderRow[], from: 'list' | 'details'): Promise<number> {
    const remembered = await upsertOrders(database, storeId, told, { at: now(), from });
    const found = remembered.filter(({ id }) => missing.delete(id));
    for (const order of found) orders.set(order.id, order);
    return found.length;
  }

  async function readPage(callsLeft: number): Promise<void> {
    const page = mostPages - pagesLeft + 1;
    const query = { to, page, perPage: ordersPerPage };
    const listed = await salla.listOrders(storeId, query, { signal });
    const isWorthIt = (await take(listed.data, 'list')) > 1 || missing.size > callsLeft;
    pagesLeft = isWorthIt && page < listed.page.totalPages ? pagesLeft - 1 : 0;
  }

  async function readOne(id: number): Promise<void> {
    const order = await salla.getOrder(storeId, id, { signal }).catch(nullWhereNotFound);
    if (order !== null) await take([order], 'details');
    missing.delete(id);
  }

  try {
    for (let calls = 1; calls <= mostCalls; calls += 1) {
      const [first] = missing;
      if (first === undefined) break;
      if (pagesLeft > 0 && missing.size > 1) await readPage(mostCalls - calls);
      else await readOne(first);
    }
  } catch (error) {
    if (error instanceof SallaFailure) return { orders, failure: error };
    throw error;
  }
  return { orders, failure: null };
}

function nullWhereNotFound(error: unknown): null {
  if (error instanceof SallaFailure && error.code === 'not_found') return null;
  throw error;
}
