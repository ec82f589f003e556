import type { Logger } from 'pino';
import type { Wait } from '../../runtime/wait.ts';
import type { SallaClient, SendOutcome } from '../../salla/client/types.ts';
import type { Permit } from '../../salla/rateLimit/types.ts';
import type { Database } from '../../storage/database.ts';
import type { DeliveryRow } from '../../storage/deliveries.ts';
import { atMost } from './atMost.ts';
import { type Claimed, claimMs } from './claims.ts';
import { updateOutcome } from './settle.ts';

/** Between the tries to write down what came of a send. */
const settlePausesMs = [200, 1000, 3000];
const lastPauseMs = 3000;
/** However many calls end at once, people's requests find the database free. */
const settledAtOnce = 3;

export interface SenderDeps {
  database: Database;
  salla: Pick<SallaClient, 'sendInvoice'>;
  /** Epoch ms. */
  now: () => number;
  wait: Wait;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Told the state that each call to Salla ended in. */
  counted: (state: DeliveryRow['state']) => void;
}

/** Sends a claimed delivery and writes down what came of it. Never throws. */
export type Send = (claimed: Claimed, permit: Permit) => Promise<SendOutcome>;

export function createSender(parts: SenderDeps): Send {
  const { database, now, log } = parts;
  const inTurn = atMost(settledAtOnce);

  /** An error of ours may come after the request left: that is not known, and said so. */
  async function ask(claimed: Claimed, permit: Permit): Promise<SendOutcome> {
    try {
      return await parts.salla.sendInvoice(claimed.store_id, claimed.order_id, permit);
    } catch (error) {
      log.error({ delivery: claimed.id, err: error }, 'sending failed unexpectedly');
      return { outcome: 'unconfirmed', reason: 'interrupted', message: null };
    }
  }

  /** The outcome is known nowhere else, so a write that fails is tried again for as long as the claim lasts. */
  async function keep(claimed: Claimed, outcome: SendOutcome) {
    let waitedMs = 0;
    for (let tries = 0; waitedMs < claimMs; tries += 1) {
      try {
        return await inTurn(() => updateOutcome(database, claimed, outcome, now()));
      } catch (error) {
        log.warn({ delivery: claimed.id, err: error }, 'a delivery’s outcome waits to be kept');
        const pauseMs = settlePausesMs[tries] ?? lastPauseMs;
        await parts.wait(pauseMs);
        waitedMs += pauseMs;
      }
    }
    return updateOutcome(database, claimed, outcome, now());
  }

  return async (claimed, permit) => {
    const { id, store_id: storeId, order_id: orderId, attempts: attempt } = claimed;
    const about = { delivery: id, storeId, orderId };
    const outcome = await ask(claimed, permit);
    try {
      const state = await keep(claimed, outcome);
      if (state !== null) parts.counted(state);
      log.info({ ...about, attempt, ...outcome, message: undefined }, 'delivery');
    } catch (error) {
      log.error({ ...about, err: error }, 'a delivery’s outcome could not be kept');
    }
    return outcome;
  };
}
