import { decimalsOf, inUnits } from '../currency.ts';
import type { Charge, Customer, Order } from '../model.ts';
import { zonedDate } from '../riyadh.ts';
import { wireItem } from '../seed/invoiceWire.ts';
import { money, type WireMoney } from '../wire.ts';

/** `light` is the default for newer apps: its rows have neither customer nor items, which the details have. */
export type OrderListFormat = 'full' | 'light';

/** A customer as an order carries him; the mobile is a number on some rows and text on others. */
export function customerWire(customer: Customer, index: number) {
  return {
    id: customer.id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    mobile: index % 2 === 0 ? Number(customer.mobile) : customer.mobile,
    mobile_code: customer.mobileCode,
    email: customer.email,
    city: customer.city,
    country_code: customer.countryCode,
  };
}

/** An order as a list row. One full row in forty lacks its customer, one in seven has its total as text. */
export function orderRow(order: Order, format: OrderListFormat) {
  const total = money(order.amounts.total, order.currency);
  return {
    id: order.id,
    reference_id: order.referenceId,
    total:
      order.index % 7 === 0
        ? { ...total, amount: Number(total.amount).toFixed(decimalsOf(order.currency)) }
        : total,
    date: zonedDate(order.placedAt),
    status: order.status,
    payment_method: order.paymentMethod,
    ...(format === 'light' ? {} : fullRow(order)),
  };
}

function fullRow(order: Order) {
  return {
    items: order.lines.map((line) => ({ name: line.product.name, quantity: line.quantity })),
    ...(order.index % 40 === 17 ? {} : { customer: customerWire(order.customer, order.index) }),
  };
}

/** One order in three says nothing of the tax where a cost is taxed. */
function charge(order: Order, { amount, taxable }: Charge): WireMoney {
  const silent = taxable && order.index % 3 === 0;
  return { ...money(amount, order.currency), ...(silent ? {} : { taxable }) };
}

/** One store in six takes a coupon off the goods' price, so that the subtotal is less already and the entry only names it. */
function isInSubtotal({ index }: Order): boolean {
  return index % 6 === 4;
}

/** What was taken off, named one by one: as text, and as a number where nothing was. */
function discounts({ amounts, currency }: Order) {
  const text = (amount: number) => inUnits(amount, currency).toFixed(decimalsOf(currency));
  const coupon = {
    title: 'كوبون خصم NAKHEEL',
    type: 'normal',
    code: 'NAKHEEL',
    discount: text(amounts.discount),
    currency,
    discounted_shipping: '0.00',
  };
  const freeShipping = {
    title: 'شحن مجاني',
    type: 'special',
    code: 'free shipping',
    discount: 0,
    discounted_shipping: text(amounts.shippingDiscount),
  };
  return [
    ...(amounts.discount > 0 ? [coupon] : []),
    ...(amounts.shippingDiscount > 0 ? [freeShipping] : []),
  ];
}

export function orderDetails(order: Order, format: 'whole' | 'light') {
  const { amounts, currency, customer } = order;
  const items = order.lines.map((line) => wireItem(line, amounts.taxPercent, currency));
  const code = order.id.toString(36);
  return {
    id: order.id,
    reference_id: order.referenceId,
    urls: {
      admin: `${order.index % 5 === 3 ? '' : 'https://s.salla.sa'}/orders/order/${code}`,
      customer: `https://salla.sa/nakheel/order/${code}`,
      rating: `https://salla.sa/nakheel/rating/${code}`,
    },
    date: zonedDate(order.placedAt),
    status: order.status,
    payment_method: order.paymentMethod,
    currency,
    amounts: {
      sub_total: money(amounts.subTotal - (isInSubtotal(order) ? amounts.discount : 0), currency),
      shipping_cost: charge(order, amounts.shipping),
      cash_on_delivery: charge(order, amounts.cashOnDelivery),
      tax: { percent: amounts.taxPercent.toFixed(2), amount: money(amounts.tax, currency) },
      discounts: discounts(order),
      total: money(amounts.total, currency),
    },
    customer: customerWire(customer, order.index),
    receiver: {
      name: `${customer.firstName} ${customer.lastName}`,
      email: customer.email ?? '',
      phone: `${customer.mobileCode}${customer.mobile}`,
    },
    ...(format === 'whole' ? { items, shipments: [] } : {}),
  };
}
