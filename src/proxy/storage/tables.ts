import type { KnownOrderTables } from './knownOrders.ts';
import type { StoreTables } from './stores.ts';
import type { StoreTokenTables } from './storeTokens.ts';

/** Every table, as the migrations make them. Instants are epoch ms, flags 0 or 1, so one SQL serves SQLite and Postgres. */
export interface Tables extends StoreTables, StoreTokenTables, KnownOrderTables {}
