import type { Logger } from 'pino';
import { SallaFailure } from '../salla/client/failure.ts';
import type { SallaClient } from '../salla/client/types.ts';
import type { Database } from '../storage/database.ts';
import {
  claimDetails,
  findKnownOrders,
  type KnownOrder,
  upsertOrders,
} from '../storage/knownOrders.ts';

/** An order without a customer gets one now and then: how long the details are taken as they were. */
const withoutCustomerMs = 60 * 60_000;
/** How long nobody else asks for what one process has asked for; longer than any call takes. */
const claimMs = 2 * 60_000;
/** After a failure that is not the order's own. */
const restMs = 30_000;
/** Longer than Salla's minute. */
const patienceMs = 2 * 60_000;
/** Of one store, newest first: a few pages of its list. */
const mostQueued = 300;

/** Asks for the details of orders whose customer Salla's lists leave out (the light format), one at a time per store. */
export interface CustomerLookup {
  /** Queues those whose customer is not known, and tells their ids: they may be known soon. */
  want(storeId: number, orders: readonly KnownOrder[]): number[];
  /** Once nothing is queued any more. */
  idle(): Promise<void>;
  /** Nothing new is asked for; ends with the calls under way. */
  stop(): Promise<void>;
}

export interface CustomerLookupDeps {
  salla: Pick<SallaClient, 'getOrder'>;
  database: Database;
  /** Epoch ms. */
  now: () => number;
  log: Pick<Logger, 'warn'>;
}

interface Queue {
  ids: Set<number>;
  /** The one that is being asked for. */
  current: number | null;
  work: Promise<void> | null;
  /** Epoch ms. */
  restsUntil: number;
}

export function createCustomerLookup(parts: CustomerLookupDeps): CustomerLookup {
  const { salla, database, now, log } = parts;
  const queues = new Map<number, Queue>();
  const stopping = new AbortController();

  function isWanted({ customer, customerSeenAt }: KnownOrder): boolean {
    if (customer !== null) return false;
    return customerSeenAt === null || now() >= customerSeenAt + withoutCustomerMs;
  }

  async function ask(storeId: number, orderId: number): Promise<void> {
    const known = (await findKnownOrders(database, storeId, [orderId])).get(orderId);
    // Somebody opened it meanwhile, or the store was uninstalled.
    if (known === undefined || !isWanted(known)) return;
    const at = now();
    if (!(await claimDetails(database, storeId, orderId, { at, unlessSince: at - claimMs })))
      return;
    const how = { urgency: 'background', patienceMs, signal: stopping.signal } as const;
    const order = await salla.getOrder(storeId, orderId, how);
    await upsertOrders(database, storeId, [order], { at: now(), from: 'details' });
  }

  async function work(storeId: number, queue: Queue): Promise<void> {
    while (queue.ids.size > 0 && !stopping.signal.aborted) {
      // Ids count up, so the highest is the newest.
      const newest = Math.max(...queue.ids);
      queue.ids.delete(newest);
      queue.current = newest;
      try {
        await ask(storeId, newest);
      } catch (error) {
        if (error instanceof SallaFailure && error.code === 'not_found') continue;
        // Whoever looks at them still asks for them again.
        queue.ids.clear();
        queue.restsUntil = now() + restMs;
        if (stopping.signal.aborted || error instanceof SallaFailure) continue;
        log.warn({ storeId, err: error }, 'customers of orders could not be looked up');
      }
    }
    queue.current = null;
    queue.work = null;
    if (now() >= queue.restsUntil) queues.delete(storeId);
  }

  return {
    want(storeId, orders) {
      const wanted = orders.filter(isWanted).map(({ id }) => id);
      const queue = queues.get(storeId) ?? {
        ids: new Set<number>(),
        current: null,
        work: null,
        restsUntil: 0,
      };
      if (wanted.length === 0 || stopping.signal.aborted || now() < queue.restsUntil) return [];
      for (const id of wanted) if (id !== queue.current) queue.ids.add(id);
      const newestFirst = [...queue.ids].sort((one, other) => other - one);
      for (const id of newestFirst.slice(mostQueued)) queue.ids.delete(id);
      queues.set(storeId, queue);
      queue.work ??= work(storeId, queue);
      return wanted;
    },
    async idle() {
      await Promise.all([...queues.values()].map((queue) => queue.work));
    },
    async stop() {
      stopping.abort();
      await this.idle();
    },
  };
}
