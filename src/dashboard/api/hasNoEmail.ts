import type { Customer } from '../../contract/common.ts';

/** Whether a customer is known to have no address that an invoice could go to; false while nothing is known of him. */
export function hasNoEmail(customer: Customer | null | undefined): boolean {
  return customer !== null && customer !== undefined && (customer.email ?? '').trim() === '';
}
