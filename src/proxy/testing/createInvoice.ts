import type { SallaTransport, TransportRequest } from '../salla/client/transport.ts';
import { openInstalledApp, openTestApp, type TestApp, type TestAppOptions } from './testApp.ts';

/** A small file that begins like a PDF. */
export const pdf = Buffer.from('%PDF-1.7\nwith \r\n--bytes\0of all kinds\xff\n%%EOF');

export const amounts = {
  subTotal: 100,
  shippingCost: 20,
  cashOnDeliveryCost: 10.5,
  tax: 15,
  taxValue: 19.58,
  total: 150.08,
};

/** A complete body of each data type that is sent as JSON, without order and type. */
export const contents = {
  order: { dataType: 'order' },
  data: { dataType: 'data', invoiceNumber: 'INV-2026/001', ...amounts },
  url: { dataType: 'url', url: 'https://files.example.com/فاتورة-1.pdf' },
};

export function formOf(fields: Record<string, unknown>, file: Uint8Array<ArrayBuffer> = pdf) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set('file', new Blob([file]), 'a name "of" some sort.pdf');
  return form;
}

interface SallaOrder {
  id: number;
  total: { currency: string };
}

/**
 * Orders of the demo store at Salla: without an invoice, with a tax invoice only, with a credit note as
 * well; and those in dinars with a tax invoice only.
 */
export async function ordersOf({ sandbox }: Pick<TestApp, 'sandbox'>) {
  const { access_token: token } = sandbox.issueTokens();
  const ask = async (path: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    const request = new Request(`http://salla.test/admin/v2${path}`, { headers });
    return (await (await sandbox.fetch(request)).json()).data;
  };
  const free: number[] = [];
  const invoiced: number[] = [];
  const credited: number[] = [];
  const dinars: number[] = [];
  const pages = await Promise.all([1, 2].map((page) => ask(`/orders?per_page=60&page=${page}`)));
  const orders: SallaOrder[] = pages.flat();
  for (const { id, total } of orders) {
    const { length: count } = await ask(`/orders/invoices?order_id=${id}`);
    if (count === 0) free.push(id);
    else if (count > 1) credited.push(id);
    else if (total.currency === 'SAR') invoiced.push(id);
    else dinars.push(id);
  }
  return { free, invoiced, credited, dinars };
}

const path = '/api/invoices';

/** A staff member of the demo store who creates invoices. */
async function staffOf(desk: TestApp) {
  const staff = await desk.openFrame();
  const keyed = (key: string | null) => (key === null ? {} : { 'Idempotency-Key': key });
  return {
    staff,
    create: (body: unknown, key: string | null = null, headers = {}) =>
      staff.post(path, body, { ...keyed(key), ...headers }),
    upload: (form: FormData, key: string | null = null, headers = {}) =>
      staff.upload(path, form, { ...keyed(key), ...headers }),
    invoicesOf: async (orderId: number) =>
      (await staff.get(`${path}?orderId=${orderId}`)).body.data,
    issuance: async () => (await staff.get('/api/store')).body.data.issuance?.setting ?? null,
  };
}

/** How many create calls Salla got. */
function watched(wish: TestAppOptions) {
  let creations = 0;
  const between = (onward: SallaTransport): SallaTransport => {
    const further = wish.between?.(onward) ?? onward;
    return (request) => {
      if (isCreation(request)) creations += 1;
      return further(request);
    };
  };
  return { wish: { ...wish, between }, creations: () => creations };
}

export function isCreation({ method, url }: Pick<TransportRequest, 'method' | 'url'>): boolean {
  return method === 'POST' && url.endsWith('/orders/invoices');
}

/** An app, a staff member, and orders to create invoices for. */
export async function openCreateApp(wish: TestAppOptions = {}) {
  const watch = watched(wish);
  const desk = await openInstalledApp(watch.wish);
  desk.sandbox.setRequestsPerMinute(1_000_000);
  const orders = await ordersOf(desk);
  return {
    desk,
    ...(await staffOf(desk)),
    orders,
    orderId: orders.free[0] ?? 0,
    creations: watch.creations,
    document: async (url: string) =>
      Buffer.from(await (await desk.sandbox.fetch(new Request(url))).arrayBuffer()),
    /** Another proxy on the same database and the same Salla. */
    openSecond: async (other: TestAppOptions = {}) => {
      const { databaseUrl = 'sqlite::memory:' } = wish;
      const second = watched({ databaseUrl, sandbox: desk.sandbox, ...other });
      const secondDesk = await openTestApp(second.wish);
      return { desk: secondDesk, ...(await staffOf(secondDesk)), creations: second.creations };
    },
  };
}
