import type { Migration } from 'kysely';
import { stores } from './001-stores.ts';
import { knownOrders } from './002-known-orders.ts';

/** Every migration, run in the order of the names. One that was released is never changed, only followed. */
export const migrations: Record<string, Migration> = {
  '001-stores': stores,
  '002-known-orders': knownOrders,
};
