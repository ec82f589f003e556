import type { SallaOrder, SallaOrderRow, StatedCustomer } from './client.ts';
import { readAddress } from './readAddress.ts';
import { readZonedDate } from './readDate.ts';
import { readCharge, readMoney, readTax } from './readMoney.ts';
import { readId } from './readNumber.ts';
import { readLabel, readText, westernDigits } from './text.ts';
import { type WireCustomer, WireOrder, WireOrderRow } from './wire.ts';

/** A row of Salla's order list; null where it has no usable id. */
export function readOrderRow(wire: unknown): SallaOrderRow | null {
  const parsed = WireOrderRow.safeParse(wire);
  if (!parsed.success) return null;
  const row = readRow(parsed.data);
  // A row without a customer says nothing: lists may leave out what the details have (Salla: the light format).
  return row && { ...row, customer: readCustomer(parsed.data.customer ?? {}) };
}

/** An order's details; null where they have no usable id. */
export function readOrder(data: unknown): SallaOrder | null {
  const parsed = WireOrder.safeParse(data);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const row = readRow(wire);
  if (row === null) return null;
  const { amounts } = wire;
  const total = readMoney(amounts?.total) ?? row.total;
  return {
    ...row,
    customer: readCustomerOfDetails(wire.customer),
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

function readRow(wire: WireOrderRow): Omit<SallaOrderRow, 'customer'> | null {
  const id = readId(wire.id);
  if (id === null) return null;
  return {
    id,
    number: readId(wire.reference_id),
    ...readZonedDate(wire.date),
    total: readMoney(wire.total),
    status: readText(wire.status?.name),
  };
}

const noCustomer: StatedCustomer = { name: null, email: null, mobile: null };

/** Where an order's details have a customer without anything, there is none. */
function readCustomerOfDetails(wire: WireCustomer): StatedCustomer {
  if (wire === undefined) return readCustomer({});
  return wire === null || Object.keys(wire).length === 0 ? noCustomer : readCustomer(wire);
}

/** A field that isn't in the answer is undefined, one that says nothing is null. */
function readCustomer(wire: NonNullable<WireCustomer>): StatedCustomer {
  const { first_name, last_name, name, email, mobile, mobile_code } = wire;
  const isNamed = [first_name, last_name, name].some((part) => part !== undefined);
  const parts = [first_name, last_name].map(readText).filter((part) => part !== null);
  return {
    name: !isNamed ? undefined : parts.length > 0 ? parts.join(' ') : readText(name),
    email: email === undefined ? undefined : (readText(email)?.trim() ?? null),
    mobile: mobile === undefined ? undefined : readMobile(mobile, mobile_code),
  };
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
