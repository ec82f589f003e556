import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../salla/client/types.ts';
import { openDatabase } from '../../storage/database.ts';
import { type Claimed, claimMs, claimNext, releaseClaim } from '../../storage/deliveryQueue.ts';
import { acquireLease } from '../../storage/storeQueues.ts';
import { openOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { demoStoreId } from '../../testing/testApp.ts';
import { resolveDelivery } from '../commands/deliveryCommands.ts';
import { createDeadClaims } from './deadClaims.ts';
import { storeOutcome } from './sender.ts';

const owner = 'here/1/a';
const unavailable: SendOutcome = {
  outcome: 'not_sent',
  reason: 'unavailable',
  retryAfterSeconds: null,
};
const sent: SendOutcome = { outcome: 'sent', message: null };
const refused: SendOutcome = {
  outcome: 'failed',
  reason: 'reconnect',
  message: null,
  refusedPairId: 'a pair of before',
};

/** One claimed delivery, and functions that end the claim. */
async function openClaim(databaseUrl: string) {
  const { desk, resend, staff } = await openOrders({ databaseUrl });
  await desk.dispatcher.stop();
  const { database, now } = desk;
  const claim = async () => {
    const until = now() + claimMs;
    await acquireLease(database, { storeId: demoStoreId, owner, until, from: null }, null);
    const request = { storeId: demoStoreId, owner, now: now(), includeBulk: true };
    const claimed = await claimNext(database, request);
    if (claimed === null) throw new Error('there is nothing to claim');
    return claimed;
  };
  const id = await resend();
  const endDead = (over = database) =>
    createDeadClaims({ database: over, owner, isOwn: () => false, now });
  return {
    desk,
    claim,
    claimed: await claim(),
    end: (claimed: Claimed, outcome: SendOutcome) =>
      storeOutcome(database, claimed, outcome, now()),
    undo: (claimed: Claimed) =>
      database.transaction().execute((back) => releaseClaim(back, claimed, now())),
    endDead,
    /** The same database through another connection. */
    another: () => openDatabase(databaseUrl),
    decide: () =>
      resolveDelivery(database, demoStoreId, id, {
        outcome: 'not_sent',
        by: { id: 7, name: null },
      }),
    row: async () => (await staff.get(`/api/deliveries/${id}`)).body.data,
  };
}

describe.each(engines)('a claim over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it.each([
    ['requeuing it', unavailable],
    ['stopping its queue', refused],
    ['a failure', { outcome: 'failed', reason: 'refused', message: null } as const],
  ])('is not ended by %s for an earlier claim', async (_, outcome) => {
    const { desk, claim, claimed, end, row } = await openClaim(await newUrl());
    expect(await end(claimed, unavailable)).toBe('queued');
    desk.pass(2000);
    await claim();
    expect(await end(claimed, outcome)).toBeNull();
    expect(await row()).toMatchObject({ state: 'sending', attempts: 2 });
  });

  it('differs from an earlier one that was no attempt', async () => {
    const { claim, claimed, undo, row } = await openClaim(await newUrl());
    expect(await undo(claimed)).toBe('queued');
    await claim();
    expect(await undo(claimed)).toBeNull();
    expect(await row()).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('is not interrupted for an earlier one that was seen dead', async () => {
    const { claim, claimed, undo, endDead, another, row } = await openClaim(await newUrl());
    let again: Promise<unknown> | null = null;
    const between = (await another()).withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        again ??= undo(claimed).then(claim);
        await again;
        return result;
      },
    });
    expect(await endDead(between)()).toBe(0);
    expect(await row()).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('that was interrupted still stores that it was sent', async () => {
    const { claimed, end, endDead, row } = await openClaim(await newUrl());
    expect(await endDead()()).toBe(1);
    expect(await end(claimed, sent)).toBe('sent');
    expect(await row()).toMatchObject({ state: 'sent', reason: null });
  });

  it('that was interrupted is not requeued', async () => {
    const { claimed, end, endDead, row } = await openClaim(await newUrl());
    await endDead()();
    expect(await end(claimed, unavailable)).toBeNull();
    expect(await row()).toMatchObject({ state: 'unconfirmed', reason: 'interrupted' });
  });

  it('that was interrupted does not change a person’s decision', async () => {
    const { claimed, end, endDead, decide, row } = await openClaim(await newUrl());
    await endDead()();
    await decide();
    expect(await end(claimed, sent)).toBeNull();
    expect(await row()).toMatchObject({ state: 'failed', resolvedBy: { id: 7 } });
  });

  it('is delayed for as long as Salla asks', async () => {
    const { desk, claim, claimed, end } = await openClaim(await newUrl());
    await end(claimed, { outcome: 'not_sent', reason: 'unavailable', retryAfterSeconds: 90 });
    desk.pass(89_999);
    await expect(claim()).rejects.toThrow('nothing to claim');
    desk.pass(1);
    expect((await claim()).id).toBe(claimed.id);
  });
});
