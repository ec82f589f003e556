import type { Customer } from '../../contract/common.ts';
import type { Order, OrderSummary } from '../../contract/order.ts';
import { readAddress } from './readAddress.ts';
import { readZonedDate } from './readDate.ts';
import { readCharge, readMoney, readTax } from './readMoney.ts';
import { readId } from './readNumber.ts';
import { readLabel, readText, westernDigits } from './text.ts';
import { type WireCustomer, WireOrder, WireOrderRow } from './wire.ts';

/** A row of Salla's order list; null where it has no usable id. */
export function readOrderRow(wire: unknown): OrderSummary | null {
  const row = WireOrderRow.safeParse(wire);
  return row.success ? readRow(row.data) : null;
}

/** An order's details; null where they have no usable id. */
export function readOrder(data: unknown): Order | null {
  const parsed = WireOrder.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const row = readRow(wire);
  if (row === null) return null;
  const { amounts } = wire;
  const total = readMoney(amounts?.total) ?? row.total;
  return {
    ...row,
    total,
    amounts: {
      subTotal: readMoney(amounts?.sub_total ?? amounts?.subtotal),
      shipping: readCharge(amounts?.shipping_cost),
      cashOnDelivery: readCharge(amounts?.cash_on_delivery ?? amounts?.cod_cost),
      tax: readTax(amounts?.tax),
      total,
    },
    itemCount: wire.items?.length ?? null,
    adminUrl: readAddress(wire.urls?.admin),
  };
}

function readRow(wire: WireOrderRow): OrderSummary | null {
  const id = readId(wire.id);
  if (id === null) return null;
  return {
    id,
    number: readId(wire.reference_id),
    ...readZonedDate(wire.date),
    total: readMoney(wire.total),
    status: readText(wire.status?.name),
    customer: readCustomer(wire.customer),
  };
}

function readCustomer(wire: WireCustomer): Customer | null {
  const parts = [wire?.first_name, wire?.last_name].map(readText).filter((part) => part !== null);
  const name = parts.length > 0 ? parts.join(' ') : readText(wire?.name);
  const email = readText(wire?.email)?.trim() ?? null;
  const mobile = readMobile(wire?.mobile, wire?.mobile_code);
  return name === null && email === null && mobile === null ? null : { name, email, mobile };
}

/** "+966501234567" from the number and its country's code, which come apart or already together. */
function readMobile(wireMobile: unknown, wireCode: unknown): string | null {
  const mobile = westernDigits(readLabel(wireMobile) ?? '').replace(/[\s()-]/g, '');
  const code = westernDigits(readLabel(wireCode) ?? '').replace(/\D/g, '');
  if (mobile === '') return null;
  if (code === '' || mobile.startsWith('+') || mobile.startsWith('00')) return mobile;
  const whole = mobile.startsWith(code) && mobile.length >= code.length + 8;
  return whole ? `+${mobile}` : `+${code}${mobile.replace(/^0/, '')}`;
}
