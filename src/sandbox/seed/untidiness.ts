import { arabicSign, decimalsOf } from '../currency.ts';
import type { WireAmount, WireCharge, WireInvoice, WireItem, WireMoney } from '../wire.ts';

/** One way in which Salla's answers are untidy ("Invoices: where the documents and the wire disagree"). */
export interface Quirk {
  name: string;
  spoil(invoice: WireInvoice): WireInvoice;
}

type OnMoney = (money: WireMoney) => WireMoney;

function itemMoney(item: WireItem, change: OnMoney): WireItem {
  return {
    ...item,
    price: item.price && change(item.price),
    discount: item.discount && change(item.discount),
    tax: item.tax && { ...item.tax, amount: change(item.tax.amount) },
    total: item.total && change(item.total),
  };
}

function onCharge(charge: WireCharge, change: OnMoney): WireCharge {
  const { currency } = charge;
  return currency === undefined ? charge : change({ ...charge, currency });
}

function headMoney(invoice: WireInvoice, change: OnMoney): WireInvoice {
  return {
    ...invoice,
    sub_total: invoice.sub_total && change(invoice.sub_total),
    shipping_cost: invoice.shipping_cost && onCharge(invoice.shipping_cost, change),
    cod_cost: invoice.cod_cost && onCharge(invoice.cod_cost, change),
    discount: invoice.discount && change(invoice.discount),
    shipping_cost_discount:
      invoice.shipping_cost_discount && change(invoice.shipping_cost_discount),
    tax: invoice.tax && { ...invoice.tax, amount: change(invoice.tax.amount) },
  };
}

function everyMoney(invoice: WireInvoice, change: OnMoney): WireInvoice {
  return {
    ...headMoney(invoice, change),
    total: invoice.total && change(invoice.total),
    items: invoice.items?.map((item) => itemMoney(item, change)),
  };
}

const asText: OnMoney = ({ amount, ...money }) => ({
  ...money,
  amount: Number(amount).toFixed(decimalsOf(money.currency)),
});
const inArabic: OnMoney = (money) => ({ ...money, currency: arabicSign(money.currency) });

function taxPercent(
  invoice: WireInvoice,
  change: (percent: WireAmount) => WireAmount,
): WireInvoice {
  return {
    ...invoice,
    tax: invoice.tax && { ...invoice.tax, percent: change(invoice.tax.percent) },
    items: invoice.items?.map((item) => ({
      ...item,
      tax: item.tax && { ...item.tax, percent: change(item.tax.percent) },
    })),
  };
}

function changed(name: string, change: (invoice: WireInvoice) => Partial<WireInvoice>): Quirk {
  return { name, spoil: (invoice) => ({ ...invoice, ...change(invoice) }) };
}

function changedItems(name: string, change: (item: WireItem) => WireItem): Quirk {
  return changed(name, (invoice) => ({ items: invoice.items?.map(change) }));
}

/** Quirks of the text alone: the invoice stays the one it was. */
export const wireQuirks: readonly Quirk[] = [
  { name: 'amounts as text, the total a number', spoil: (invoice) => headMoney(invoice, asText) },
  { name: 'every amount as text', spoil: (invoice) => everyMoney(invoice, asText) },
  { name: 'currency in Arabic', spoil: (invoice) => everyMoney(invoice, inArabic) },
  { name: 'two currencies in one invoice', spoil: (invoice) => headMoney(invoice, inArabic) },
  changed('type in Arabic', ({ type }) => ({
    type: type === 'Tax Invoice' ? 'فاتورة ضريبية' : 'إشعار دائن',
  })),
  changed('no invoice number', () => ({ invoice_number: undefined })),
  changed('null invoice number', () => ({ invoice_number: null })),
  changed('invoice number as a number', ({ invoice_number }) => ({
    invoice_number: Number(invoice_number),
  })),
  changed('subtotal for sub_total', ({ sub_total }) => ({
    sub_total: undefined,
    subtotal: sub_total,
  })),
  changed('null uuid, code, payment method and reference', () => ({
    uuid: null,
    qr_code: null,
    payment_method: null,
    invoice_reference_id: null,
  })),
  changed('no uuid, code, payment method or reference', () => ({
    uuid: undefined,
    qr_code: undefined,
    payment_method: undefined,
    invoice_reference_id: undefined,
  })),
  changed('reference as a number', ({ id }) => ({ invoice_reference_id: id - 1000 })),
  changedItems('item ids and quantities as text', (item) => ({
    ...item,
    id: String(item.id),
    product_id: String(item.product_id),
    item_id: String(item.item_id),
    quantity: String(item.quantity),
  })),
  changedItems('items without ids or sku', (item) => ({
    ...item,
    id: undefined,
    product_id: undefined,
    item_id: undefined,
    sku: null,
  })),
  {
    name: 'tax percent as text',
    spoil: (invoice) => taxPercent(invoice, (percent) => Number(percent).toFixed(2)),
  },
  changed('QR code that is other text', () => ({ qr_code: 'SAVE20' })),
  changed('sums that do not add up', ({ total }) => ({
    total: total && { ...total, amount: (Math.round(Number(total.amount) * 1000) + 1000) / 1000 },
  })),
  changed('no charges or discount', () => ({
    shipping_cost: undefined,
    cod_cost: undefined,
    discount: undefined,
    items: undefined,
  })),
];
