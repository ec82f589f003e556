import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../storage/database.ts';
import { claimNext } from '../../storage/deliveryQueue.ts';
import { acquireLease } from '../../storage/storeQueues.ts';
import { openOrders } from '../../testing/orders.ts';
import { engines } from '../../testing/postgres.ts';
import { demoStoreId } from '../../testing/testApp.ts';

async function openQueue(databaseUrl: string) {
  const { desk, staff, orderIds } = await openOrders({ databaseUrl });
  await desk.dispatcher.stop();
  const take = (owner: string, from: string | null = null) => {
    const until = desk.now() + 5000;
    const request = {
      storeId: demoStoreId,
      owner,
      until,
      from: { owner: from, leaseUntil: until },
    };
    return acquireLease(desk.database, request, null);
  };
  const claim = (owner: string) => {
    const request = { storeId: demoStoreId, owner, now: desk.now(), includeBulk: true };
    return claimNext(desk.database, request);
  };
  const ask = (count: number, undoSeconds = 0) =>
    staff.resend({
      orders: orderIds.splice(0, count).map((orderId) => ({ orderId })),
      undoSeconds,
    });
  return { desk, staff, take, claim, ask };
}

describe.each(engines)('claims over $engine', { timeout: 30_000 }, ({ newUrl }) => {
  it('that run in parallel take different deliveries', async () => {
    const { take, claim, ask } = await openQueue(await newUrl());
    await ask(20);
    await take('a');
    const made = await Promise.all(Array.from({ length: 30 }, () => claim('a')));
    const ids = made.filter((claimed) => claimed !== null).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('that run in parallel on several connections take different deliveries', async () => {
    const databaseUrl = await newUrl();
    const { desk, take, ask } = await openQueue(databaseUrl);
    await ask(50);
    await take('a');
    const ids: string[] = [];
    const claimAll = async () => {
      const database = await openDatabase(databaseUrl);
      const request = { storeId: demoStoreId, owner: 'a', now: desk.now(), includeBulk: true };
      for (let misses = 0; misses < 20; ) {
        const claimed = await claimNext(database, request);
        if (claimed === null) misses += 1;
        else ids.push(claimed.id);
      }
      await database.destroy();
    };
    await Promise.all([claimAll(), claimAll(), claimAll()]);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are made only by the queue’s owner while its lease lasts', async () => {
    const { desk, take, claim, ask } = await openQueue(await newUrl());
    await ask(3);
    expect(await claim('a')).toBeNull();
    await take('a');
    expect(await claim('b')).toBeNull();
    expect(await claim('a')).not.toBeNull();
    await take('b', 'a');
    expect(await claim('a')).toBeNull();
    expect(await claim('b')).not.toBeNull();
    desk.pass(5000);
    expect(await claim('b')).toBeNull();
  });

  it('take single deliveries first, then the order of the requests', async () => {
    const { desk, take, claim, ask } = await openQueue(await newUrl());
    const batch = await ask(3);
    desk.pass(10);
    const later = await ask(2);
    desk.pass(10);
    const single = await ask(1);
    await take('a');
    const claimed: unknown[] = [];
    for (let next = await claim('a'); next !== null; next = await claim('a')) claimed.push(next.id);
    const asked = [single, batch, later].flatMap(({ body }) => body.data.deliveries);
    expect(claimed).toEqual(asked.map(({ id }) => id));
  });

  it('skip what is paused and what can still be undone', async () => {
    const { staff, take, claim, ask } = await openQueue(await newUrl());
    const { body } = await ask(2);
    const { batchId } = body.data;
    await ask(1, 5);
    await staff.post(`/api/deliveries/batches/${batchId}/pause`);
    await take('a');
    expect(await claim('a')).toBeNull();
    await staff.post(`/api/deliveries/batches/${batchId}/resume`);
    expect(await claim('a')).toMatchObject({ batch_id: batchId });
  });
});
