import type { OrderSummary } from '../../contract/order.ts';

/** The order that a search can only have meant: its one hit, or the one hit with exactly that number. */
export function onlyHit(orders: readonly OrderSummary[], asked: string): OrderSummary | null {
  if (orders.length === 1) return orders[0] ?? null;
  const exact = orders.filter(({ number }) => number !== null && String(number) === asked);
  return exact.length === 1 ? (exact[0] ?? null) : null;
}
