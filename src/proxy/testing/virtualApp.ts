import { z } from 'zod';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type callerWith, openTestApp } from './testApp.ts';
import { virtualClock } from './virtualClock.ts';

/** In each direction. */
const wayMs = 30;

const anything = new Uint8Array(1);

/** Hono, Kysely and streams need several turns of the event loop, and signatures come from other threads. */
async function everythingSettles(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await crypto.subtle.digest('SHA-256', anything);
    for (let more = 0; more < 3; more++) await new Promise<void>(setImmediate);
  }
}

type Staff = ReturnType<typeof callerWith>;

interface Wish {
  perMinute: number;
  /** How many orders can be sent. */
  sends: number;
  databaseUrl?: string;
}

/** The whole app on a virtual clock: real proxy, real dispatcher, the sandbox's rate limit, and 60 ms between them. */
export async function openVirtualApp({ perMinute, sends, databaseUrl }: Wish) {
  const clock = virtualClock();
  const { now, wait, plan } = clock;
  const refusals: number[] = [];

  const during = async <T>(doing: Promise<T>): Promise<T> => {
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    doing.then(end, end);
    await clock.run(() => isDone, everythingSettles);
    return doing;
  };

  const open = (wish: { sandbox?: Sandbox } = {}) =>
    during(
      openTestApp({
        ...wish,
        // On different machines: two owners in this process would believe each other gone.
        owner: `${wish.sandbox === undefined ? 'first' : 'other'}/1/${crypto.randomUUID()}`,
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
        orders: Math.ceil(sends * 1.5) + 60,
        clock: { now, wait, setTimer: (ring, ms) => plan(ms, ring) },
        between: (onward) => async (request) => {
          await wait(wayMs);
          const answer = await onward(request);
          if (answer.status >= 400) refusals.push(clock.passed());
          await wait(wayMs);
          return answer;
        },
      }),
    );

  const desk = await open();
  await during(desk.sandbox.install());
  desk.sandbox.setRequestsPerMinute(100_000);
  const orderIds = await during(findMailable(desk.sandbox, sends));
  desk.sandbox.setRequestsPerMinute(perMinute);
  return {
    clock,
    desk,
    orderIds,
    during,
    staff: await during(desk.openFrame()),
    refusals: () => [...refusals],
    /** Another process on the same database and Salla. */
    openOther: async () => {
      const other = await open({ sandbox: desk.sandbox });
      await during(other.dispatcher.start());
      return other;
    },
    /** Waits until so many emails were sent. */
    emails: (count: number) =>
      clock.run(() => desk.sandbox.mailbox().length >= count, everythingSettles),
    /** Reads lists so often a minute; returns how long each waited beyond the network time, ms. */
    browse(staff: Staff, callsPerMinute: number): number[] {
      const waits: number[] = [];
      const look = async () => {
        plan(60_000 / callsPerMinute, look);
        const from = clock.passed();
        const { status } = await staff.get(
          `/api/invoices?perPage=15&page=${(waits.length % 9) + 1}`,
        );
        waits.push(status === 200 ? clock.passed() - from - 2 * wayMs : Number.POSITIVE_INFINITY);
      };
      look();
      return waits;
    },
  };
}

export type VirtualApp = Awaited<ReturnType<typeof openVirtualApp>>;

const OrderList = z.object({
  data: z.array(
    z.looseObject({
      id: z.number(),
      customer: z.looseObject({ email: z.string().nullable() }).nullish(),
    }),
  ),
});
const InvoiceList = z.object({ data: z.array(z.looseObject({ order_id: z.number() })) });

/** Orders with an invoice and a customer's email. */
async function findMailable(sandbox: Sandbox, count: number): Promise<number[]> {
  const token = sandbox.issueTokens().access_token;
  const ask = async (path: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    return (
      await sandbox.fetch(new Request(`http://salla.test/admin/v2${path}`, { headers }))
    ).json();
  };
  const found: number[] = [];
  for (let page = 1; found.length < count; page++) {
    const query = `?per_page=60&page=${page}`;
    const orders = OrderList.parse(await ask(`/orders${query}`)).data;
    for (const { id, customer } of orders) {
      if (customer?.email == null) continue;
      const invoices = InvoiceList.parse(await ask(`/orders/invoices?order_id=${id}`)).data;
      if (invoices.length > 0) found.push(id);
    }
    if (orders.length === 0) throw new Error(`only ${found.length} orders can be mailed`);
  }
  return found.slice(0, count);
}
