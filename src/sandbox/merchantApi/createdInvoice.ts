import { arabicSign, decimalsOf } from '../currency.ts';
import type { Order } from '../model.ts';
import { storeDate } from '../riyadh.ts';
import type { AmountField, CreateRequest, InvoiceContent } from '../rules.ts';
import { wireItem } from '../seed/invoiceWire.ts';
import type { Shop } from '../shop.ts';
import type { WireInvoice, WireItem, WireMoney } from '../wire.ts';

const types = { tax_invoice: 'Tax Invoice', credit_note: 'Credit Note' } as const;

function asText(money: WireMoney): WireMoney {
  return { ...money, amount: Number(money.amount).toFixed(decimalsOf(money.currency)) };
}

/** An item of an invoice from entered amounts: no ids, and decimals as text but in the total, as documented. */
function briefItem({ name, quantity, price, discount, tax, total }: WireItem): WireItem {
  return {
    name,
    quantity,
    price: price && asText(price),
    discount: discount && asText(discount),
    tax: tax && {
      percent: Number(tax.percent).toFixed(2),
      amount: asText(tax.amount),
    },
    total,
  };
}

function fromAmounts(amounts: Record<AmountField, number>, currency: string): Partial<WireInvoice> {
  const inArabic = (amount: number) => ({ amount, currency: arabicSign(currency) });
  return {
    sub_total: inArabic(amounts.sub_total),
    shipping_cost: inArabic(amounts.shipping_cost),
    cod_cost: inArabic(amounts.cash_on_delivery_cost),
    discount: inArabic(0),
    tax: { percent: amounts.tax, amount: inArabic(amounts.tax_value) },
    total: inArabic(amounts.total),
  };
}

/** The new invoice as Salla answers it: whole for `data` and `order`, five keys for `url` and `file`. */
export function createdWire(
  { kind, content }: CreateRequest,
  made: { shop: Shop; order: Order; id: number; issuedAt: number; documentUrl(id: number): string },
): WireInvoice {
  const { order, shop, id } = made;
  const head = { id, order_id: order.id, type: types[kind], date: storeDate(made.issuedAt) };
  switch (content.dataType) {
    case 'url':
      return { ...head, url: content.url };
    case 'file':
      return { ...head, url: made.documentUrl(id) };
    case 'data':
      return {
        ...head,
        invoice_number: content.invoiceNumber,
        ...fromAmounts(content.amounts, order.currency),
        items: order.lines.map((line) =>
          briefItem(wireItem(line, order.amounts.taxPercent, order.currency)),
        ),
      };
    case 'order':
      return shop.issueFromOrder(order, kind, id, made.issuedAt);
  }
}

/** The number that the new invoice takes from the store; null where it has none. */
export function numberOf(content: InvoiceContent, wire: WireInvoice): string | null {
  if (content.dataType === 'data') return content.invoiceNumber;
  return wire.invoice_number === undefined ? null : String(wire.invoice_number);
}
