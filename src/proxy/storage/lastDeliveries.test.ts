import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import { engines } from '../testing/postgres.ts';
import {
  deleteOldCreatedInvoices,
  findCreatedAt,
  insertCreatedInvoice,
} from './createdInvoices.ts';
import { type Database, openDatabase } from './database.ts';
import { findLastDeliveries } from './lastDeliveries.ts';
import { deleteStore, upsertStore } from './stores.ts';

const storeId = 1;
const orderId = 41;
const taxInvoice = { id: 8, orderId, date: '2026-11-20', time: null, createdAt: null };
const creditNote = { id: 9, orderId, date: '2026-12-01', time: '12:00:00', createdAt: null };

describe.each(engines)('the last delivery that counts for an invoice, in $engine', ({ newUrl }) => {
  let database: Database;
  let made = 0;

  /** A delivery of the order that ended at this instant. */
  async function deliver(state: DeliveryState, at: string, invoiceId: number | null = null) {
    made += 1;
    const instant = Date.parse(at);
    const ended = state !== 'queued' && state !== 'sending';
    await database
      .insertInto('deliveries')
      .values({
        id: `d${made}`,
        store_id: storeId,
        batch_id: `b${made}`,
        position: 0,
        order_id: orderId,
        invoice_id: invoiceId,
        state,
        reason: null,
        message: null,
        attempts: 1,
        first_attempt_at: null,
        requested_by_id: 1,
        requested_by_name: null,
        requested_at: instant,
        requested_from: 'tab',
        not_before: instant,
        lease_owner: null,
        lease_until: null,
        finished_at: ended ? instant : null,
        resolved_by_id: null,
        resolved_by_name: null,
        retry_of: null,
        followed_by: null,
        bulk: 0,
      })
      .execute();
    return `d${made}`;
  }

  async function lastOf(invoices: Parameters<typeof findLastDeliveries>[2]) {
    const last = await findLastDeliveries(database, storeId, invoices);
    return invoices.map(({ id }) => last.get(id) ?? null);
  }

  beforeAll(async () => {
    database = await openDatabase(await newUrl());
  });
  beforeEach(async () => {
    await deleteStore(database, storeId);
    await upsertStore(database, { id: storeId, name: null, at: 0 });
  });
  afterAll(() => database.destroy());

  it('is of the documents that existed when it left', async () => {
    const id = await deliver('sent', '2026-12-01T08:59:59Z', taxInvoice.id);
    expect(await lastOf([creditNote, taxInvoice])).toMatchObject([null, { id, wasSent: true }]);
    const later = await deliver('sent', '2026-12-01T09:00:00Z');
    expect(await lastOf([creditNote, taxInvoice])).toMatchObject([{ id: later }, { id: later }]);
  });

  it('is whatever is still to leave', async () => {
    await deliver('sent', '2026-12-01T07:00:00Z');
    const id = await deliver('queued', '2026-12-01T08:00:00Z');
    expect(await lastOf([creditNote, taxInvoice])).toMatchObject([
      { id, state: 'queued', wasSent: false },
      { id, state: 'queued', wasSent: true },
    ]);
  });

  it('is what was asked from the document itself, whatever its date says', async () => {
    const own = await deliver('sent', '2026-11-25T09:00:00Z', creditNote.id);
    const other = await deliver('failed', '2026-11-26T09:00:00Z', taxInvoice.id);
    expect(await lastOf([creditNote, taxInvoice])).toMatchObject([
      { id: own, wasSent: true },
      { id: other, wasSent: true },
    ]);
  });

  it('tells whether anything went out before it failed', async () => {
    await deliver('failed', '2026-11-21T09:00:00Z');
    expect(await lastOf([taxInvoice])).toMatchObject([{ state: 'failed', wasSent: false }]);
    await deliver('unconfirmed', '2026-11-22T09:00:00Z');
    await deliver('canceled', '2026-11-23T09:00:00Z');
    expect(await lastOf([taxInvoice])).toMatchObject([{ state: 'canceled', wasSent: true }]);
  });

  it('knows the moment of what was created here, once, for as long as deliveries are kept', async () => {
    const at = Date.parse('2026-12-01T08:30:00Z');
    await insertCreatedInvoice(database, storeId, 9, at);
    await insertCreatedInvoice(database, storeId, 9, at + 1000);
    await insertCreatedInvoice(database, 2, 9, at);
    expect(await findCreatedAt(database, storeId, [8, 9])).toEqual(new Map([[9, at]]));
    expect((await findCreatedAt(database, 2, [9])).size).toBe(0);
    await deleteOldCreatedInvoices(database, at + 549 * 86_400_000);
    expect((await findCreatedAt(database, storeId, [9])).size).toBe(1);
    await deleteOldCreatedInvoices(database, at + 551 * 86_400_000);
    expect((await findCreatedAt(database, storeId, [9])).size).toBe(0);
  });
});
