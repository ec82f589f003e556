import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Fault, Sandbox } from './sandbox.ts';

const Answer = z.object({ data: z.object({ batchId: z.string() }) });

/**
 * Asks for deliveries as the page that is signed in would, and gives the batch that they become. What an earlier test on
 * the same desk sent is not held back, unless the test is about that.
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

/** Orders that have an invoice and a customer to mail, newest first, with their numbers. */
export async function mailableOrders(sandbox: Sandbox): Promise<{ id: number; number: number }[]> {
  const withInvoice = new Set((await sandbox.invoices()).map(({ order_id }) => order_id));
  return (await sandbox.orders()).flatMap(({ id, reference_id: number, customer }) =>
    customer?.email && withInvoice.has(id) ? [{ id, number }] : [],
  );
}

/** How Salla answers when an order's invoice is to be sent. */
export function sendFault(orderId: number, fault: Pick<Fault, 'answer' | 'ms' | 'times'>): Fault {
  return { method: 'POST', path: `/admin/v2/orders/${orderId}/send-invoice`, ...fault };
}

/** Every sending takes so long. */
export function slowSending(ms: number): Fault {
  return { method: 'POST', path: '/admin/v2/orders/*/send-invoice', answer: 'slow', ms };
}
