import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { staffWithOrders } from '../../testing/orders.ts';
import { openInstalledApp, type TestApp } from '../../testing/testApp.ts';

const diskIsFull = (desk: TestApp) =>
  sql`create trigger disk_is_full before update on deliveries when new.state = 'sent'
    begin select raise(abort, 'the disk is full'); end`.execute(desk.database);

const diskHasRoom = (desk: TestApp) =>
  sql`drop trigger if exists disk_is_full`.execute(desk.database);

describe('an outcome that can’t be stored', () => {
  it('is stored once the database works again', async () => {
    const desk: TestApp = await openInstalledApp({ whileWaiting: () => diskHasRoom(desk) });
    const { resend, deliveryOf, emails } = await staffWithOrders(desk);
    await diskIsFull(desk);
    const id = await resend();
    await desk.dispatcher.idle();
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(emails()).toHaveLength(1);
  });

  it('is stored once the database works again, even after half a minute', async () => {
    let patience = 30_000;
    let before = 0;
    const desk: TestApp = await openInstalledApp({
      whileWaiting: async () => {
        patience -= desk.now() - before;
        before = desk.now();
        if (patience < 0) await diskHasRoom(desk);
      },
    });
    const { resend, deliveryOf, emails } = await staffWithOrders(desk);
    await diskIsFull(desk);
    before = desk.now();
    const id = await resend();
    await desk.dispatcher.idle();
    expect(await deliveryOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
    expect(emails()).toHaveLength(1);
  });

  it('leaves the delivery unconfirmed if that takes too long, and it is not sent again', async () => {
    const desk = await openInstalledApp();
    const { resend, deliveryOf, emails } = await staffWithOrders(desk);
    await diskIsFull(desk);
    const id = await resend();
    await desk.dispatcher.idle();
    desk.pass(1000);
    desk.alarm()?.ring();
    await desk.dispatcher.idle();
    expect(await deliveryOf(id)).toMatchObject({ state: 'unconfirmed', reason: 'interrupted' });
    await diskHasRoom(desk);
    desk.dispatcher.wake();
    await desk.dispatcher.idle();
    expect(emails()).toHaveLength(1);
  });
});
