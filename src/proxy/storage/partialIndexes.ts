import { sql } from 'kysely';
import type { DeliveryState } from '../../contract/deliveryStates.ts';

/**
 * The conditions of the partial indexes on `deliveries`. The planner uses a partial index only if the query repeats its condition as
 * literals, not as parameters.
 */
export const queuedLiteral = sql.lit<DeliveryState>('queued');
export const sendingLiteral = sql.lit<DeliveryState>('sending');
export const notPausedLiteral = sql.lit<0 | 1>(0);
