import { type callerWith, openInstalledApp, type TestApp, type TestAppOptions } from './testApp.ts';

/** A staff member in the frame, and orders whose invoice can be mailed, newest first. */
export async function staffWithOrders(desk: TestApp) {
  const staff = await desk.openFrame();
  const { body } = await staff.get('/api/invoices?perPage=60');
  const invoices: { orderId: number; type: string; documentUrl: string | null }[] = body.data;
  const mailable = invoices.filter(
    ({ type, documentUrl }) => type === 'tax_invoice' && documentUrl === null,
  );
  const orderIds = [...new Set(mailable.map((invoice) => invoice.orderId))];
  const [orderId = 0] = orderIds;
  return {
    staff,
    orderId,
    orderIds,
    /** Requests a resend of the first order; returns the delivery's id. */
    resend: async (): Promise<string> => {
      const asked = await staff.resend({ orders: [{ orderId }] });
      return asked.body.data.deliveries[0].id;
    },
    deliveryOf: async (id: string) => (await staff.get(`/api/deliveries/${id}`)).body.data,
    /** Orders whose customers got an email, newest first. */
    emails: () => desk.sandbox.mailbox().map((mail) => mail.orderId),
  };
}

/** An installed app and a staff member. */
export async function openOrders(wish: TestAppOptions = {}) {
  const desk = await openInstalledApp(wish);
  const order = await staffWithOrders(desk);
  const [orderId = 0, otherId = 0, thirdId = 0] = order.orderIds;
  return { desk, ...order, otherId, thirdId, sentOrders: [{ orderId }] };
}

/** Those of the first few orders whose customer has an email. */
export async function withEmail(
  staff: ReturnType<typeof callerWith>,
  orderIds: readonly number[],
): Promise<number[]> {
  const told = await Promise.all(orderIds.slice(0, 8).map((id) => staff.get(`/api/orders/${id}`)));
  return told
    .map(({ body }) => body.data)
    .filter((order) => order.customer?.email)
    .map((order) => order.id);
}
