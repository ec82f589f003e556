import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../contract/batch.ts';
import type { SallaTransport, TransportAnswer } from '../../salla/client/transport.ts';
import { advanceTime } from '../../testing/advanceTime.ts';
import { staffWithOrders } from '../../testing/orders.ts';
import { openInstalledApp } from '../../testing/testApp.ts';

const down: TransportAnswer = { status: 503, headers: {}, body: '' };
const broken: TransportAnswer = { status: 500, headers: {}, body: '<html>' };

/** A batch of thirty orders at a Salla that answers every send with `answer` until `mend`. */
async function openAt(answer: TransportAnswer) {
  let isWell = false;
  let sends = 0;
  const between =
    (onward: SallaTransport): SallaTransport =>
    async (request) => {
      if (isWell || !request.url.endsWith('/send-invoice')) return onward(request);
      sends += 1;
      return answer;
    };
  const desk = await openInstalledApp({ between });
  const { staff, orderIds, emails } = await staffWithOrders(desk);
  const orders = orderIds.slice(0, 30).map((orderId) => ({ orderId }));
  const path = `/api/deliveries/batches/${(await staff.resend({ orders })).body.data.batchId}`;
  await desk.dispatcher.idle();
  return {
    desk,
    staff,
    orderIds,
    emails,
    sends: () => sends,
    mend: () => {
      isWell = true;
    },
    batch: async (): Promise<Batch> => (await staff.get(path)).body.data,
  };
}

describe('a batch whose sends are unconfirmed', () => {
  it('backs off instead of becoming unconfirmed as a whole, and says so', async () => {
    const { desk, sends, batch } = await openAt(broken);
    expect(sends()).toBeLessThanOrEqual(5);
    expect(await batch()).toMatchObject({
      waiting: { reason: 'unclear', until: new Date(desk.now() + 1000).toISOString() },
      secondsLeft: null,
    });
    await advanceTime([desk], 120);
    expect((await batch()).counts).toMatchObject({ unconfirmed: sends(), queued: 30 - sends() });
    expect(sends()).toBeLessThanOrEqual(12);
  });

  it('tries one at a time, and continues after a clear answer', async () => {
    const { desk, sends, mend, batch, emails } = await openAt(broken);
    const before = sends();
    await advanceTime([desk], 1);
    expect(sends()).toBe(before + 1);
    mend();
    await advanceTime([desk], 10);
    const { counts, waiting } = await batch();
    expect(waiting).toBeNull();
    expect(counts).toMatchObject({ queued: 0, sending: 0, unconfirmed: before + 1 });
    expect(new Set(emails()).size).toBe(counts.sent);
  });
});

describe('the next batch', () => {
  it('starts with a closed circuit', async () => {
    const { desk, staff, orderIds } = await openAt(broken);
    await advanceTime([desk], 1800);
    const orders = orderIds.slice(30, 32).map((orderId) => ({ orderId }));
    const asked = await staff.resend({ orders, undoSeconds: 30 });
    const path = `/api/deliveries/batches/${asked.body.data.batchId}`;
    expect((await staff.get(path)).body.data).toMatchObject({ waiting: null });
  });
});

describe('a batch at a Salla that is down', () => {
  it('says until when it backs off, and tries one at a time', async () => {
    const { desk, sends, batch } = await openAt(down);
    expect((await batch()).waiting).toMatchObject({ reason: 'unavailable' });
    const before = sends();
    await advanceTime([desk], 1);
    expect(sends()).toBe(before + 1);
    expect((await batch()).counts).toMatchObject({ queued: 30 });
  });
});

it('ends its backoff on time although the clock goes back', async () => {
  const { desk, emails, mend } = await openAt(down);
  await advanceTime([desk], 100);
  mend();
  desk.pass(-600_000);
  await advanceTime([desk], 100, () => emails().length > 0);
  expect(emails().length).toBeGreaterThan(0);
});
