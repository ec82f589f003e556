import type { OrderSummary } from '../../contract/order.ts';
import { parseOrderNumber } from '../../contract/searchText.ts';

/** This many digits of a mobile number identify one customer. */
const mobileDigits = 7;

/**
 * The only order that a search can mean: the one with exactly the typed number, or the single result. A single result
 * with another number counts only if its customer's mobile ends in the digits: Salla finds `410276620` by `41027662`.
 */
export function findSingleMatch(
  orders: readonly OrderSummary[],
  typed: string,
): OrderSummary | null {
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
