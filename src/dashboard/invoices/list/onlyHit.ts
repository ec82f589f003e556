import type { OrderSummary } from '../../../contract/order.ts';
import { parseOrderNumber } from '../../../contract/searchText.ts';

/** So many digits of a mobile number name one person's. */
const mobileDigits = 7;

/**
 * The order that a search can only have meant: the one with exactly the number that was typed, or its one hit. The one
 * hit of another number is not meant, unless its customer's mobile has the digits: Salla finds `410276620` by `41027662`.
 */
export function onlyHit(orders: readonly OrderSummary[], typed: string): OrderSummary | null {
  const number = parseOrderNumber(typed);
  const exact = number === null ? [] : orders.filter((order) => order.number === number);
  if (exact.length === 1) return exact[0] ?? null;
  const [hit] = orders;
  if (hit === undefined || orders.length > 1) return null;
  return number === null || hasMobile(hit, String(number)) ? hit : null;
}

function hasMobile({ customer }: OrderSummary, digits: string): boolean {
  return digits.length >= mobileDigits && (customer?.mobile?.endsWith(digits) ?? false);
}
