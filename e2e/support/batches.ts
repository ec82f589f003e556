import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Fault, Sandbox } from './sandbox.ts';

const Answer = z.object({ data: z.object({ batchId: z.string() }) });

/**
 * Requests deliveries as the signed-in page would and returns the batch id. Orders that an earlier test on
 * the same server sent are not skipped, unless the test is about that.
 */
export async function requestBatch(
  page: Page,
  orderIds: readonly number[],
  { allowRepeat = true }: { allowRepeat?: boolean } = {},
): Promise<string> {
  const body = JSON.stringify({ orders: orderIds.map((orderId) => ({ orderId })), allowRepeat });
  const answer: unknown = await page.evaluate(async (sent) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
    const response = await fetch('/api/deliveries', { method: 'POST', headers, body: sent });
    return response.json();
  }, body);
  return Answer.parse(answer).data.batchId;
}

/** Orders with an invoice and a customer's email, newest first. */
export async function mailableOrders(sandbox: Sandbox): Promise<{ id: number; number: number }[]> {
  const withInvoice = new Set((await sandbox.invoices()).map(({ order_id }) => order_id));
  return (await sandbox.orders()).flatMap(({ id, reference_id: number, customer }) =>
    customer?.email && withInvoice.has(id) ? [{ id, number }] : [],
  );
}

/** How Salla answers a send of the order's invoice. */
export function sendFault(orderId: number, fault: Pick<Fault, 'answer' | 'ms' | 'times'>): Fault {
  return { method: 'POST', path: `/admin/v2/orders/${orderId}/send-invoice`, ...fault };
}

/** Every send takes `ms`. */
export function slowSending(ms: number): Fault {
  return { method: 'POST', path: '/admin/v2/orders/*/send-invoice', answer: 'slow', ms };
}
