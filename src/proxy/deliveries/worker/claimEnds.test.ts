import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../salla/client/types.ts';
import { openDatabase } from '../../storage/database.ts';
import { acquireLease } from '../../storage/queueOwners.ts';
import { openOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { demoStoreId } from '../../testing/testApp.ts';
import { resolveDelivery } from '../commands/deliveryCommands.ts';
import { type Claimed, claimMs, claimNext, releaseClaim } from './claims.ts';
import { createDeadClaims } from './deadClaims.ts';
import { updateOutcome } from './settle.ts';

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

/** One delivery that is claimed, and a hand on what becomes of it. */
async function openClaim(databaseUrl: string) {
  const { desk, resend, staff } = await openOrders({ databaseUrl });
  await desk.dispatcher.stop();
  const { database, now } = desk;
  const claim = async () => {
    const until = now() + claimMs;
    await acquireLease(database, { storeId: demoStoreId, owner, until, from: null }, null);
    const wanted = { storeId: demoStoreId, owner, now: now(), bulkToo: true };
    const claimed = await claimNext(database, wanted);
    if (claimed === null) throw new Error('there is nothing to claim');
    return claimed;
  };
  const id = await resend();
  const releasing = (over = database) =>
    createDeadClaims({ database: over, owner, isOwn: () => false, now });
  return {
    desk,
    claim,
    claimed: await claim(),
    end: (claimed: Claimed, outcome: SendOutcome) =>
      updateOutcome(database, claimed, outcome, now()),
    undo: (claimed: Claimed) =>
      database.transaction().execute((back) => releaseClaim(back, claimed, now())),
    releasing,
    /** The same database by a connection of its own. */
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
    ['putting it back', unavailable],
    ['stopping its queue', refused],
    ['saying that it failed', { outcome: 'failed', reason: 'refused', message: null } as const],
  ])('is not ended by %s once more for the one before', async (_, outcome) => {
    const { desk, claim, claimed, end, row } = await openClaim(await newUrl());
    expect(await end(claimed, unavailable)).toBe('queued');
    desk.pass(2000);
    await claim();
    expect(await end(claimed, outcome)).toBeNull();
    expect(await row()).toMatchObject({ state: 'sending', attempts: 2 });
  });

  it('is told from the one before, though that one was no attempt', async () => {
    const { claim, claimed, undo, row } = await openClaim(await newUrl());
    expect(await undo(claimed)).toBe('queued');
    await claim();
    expect(await undo(claimed)).toBeNull();
    expect(await row()).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('is not released for the one before that was seen to be dead', async () => {
    const { claim, claimed, undo, releasing, another, row } = await openClaim(await newUrl());
    let again: Promise<unknown> | null = null;
    const between = (await another()).withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        again ??= undo(claimed).then(claim);
        await again;
        return result;
      },
    });
    expect(await releasing(between)()).toBe(0);
    expect(await row()).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('that was taken for dead still says that it was sent', async () => {
    const { claimed, end, releasing, row } = await openClaim(await newUrl());
    expect(await releasing()()).toBe(1);
    expect(await end(claimed, sent)).toBe('sent');
    expect(await row()).toMatchObject({ state: 'sent', reason: null });
  });

  it('that was taken for dead goes back into no queue', async () => {
    const { claimed, end, releasing, row } = await openClaim(await newUrl());
    await releasing()();
    expect(await end(claimed, unavailable)).toBeNull();
    expect(await row()).toMatchObject({ state: 'unconfirmed', reason: 'interrupted' });
  });

  it('that was taken for dead changes nothing that a person has decided', async () => {
    const { claimed, end, releasing, decide, row } = await openClaim(await newUrl());
    await releasing()();
    await decide();
    expect(await end(claimed, sent)).toBeNull();
    expect(await row()).toMatchObject({ state: 'failed', resolvedBy: { id: 7 } });
  });

  it('is put off for as long as Salla asked', async () => {
    const { desk, claim, claimed, end } = await openClaim(await newUrl());
    await end(claimed, { outcome: 'not_sent', reason: 'unavailable', retryAfterSeconds: 90 });
    desk.pass(89_999);
    await expect(claim()).rejects.toThrow('nothing to claim');
    desk.pass(1);
    expect((await claim()).id).toBe(claimed.id);
  });
});
