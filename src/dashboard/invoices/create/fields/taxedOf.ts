import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import type { Taxed } from './createSums.ts';

/** Which costs are taxed: as the corrected invoice says, else the order; taxed where neither says. */
export function taxedOf({ amounts }: Order, source: Invoice | null): Taxed {
  const shipping = source?.shipping ?? amounts.shipping;
  const cashOnDelivery = source?.cashOnDelivery ?? amounts.cashOnDelivery;
  return {
    shippingCost: shipping?.taxable ?? true,
    cashOnDeliveryCost: cashOnDelivery?.taxable ?? true,
  };
}
