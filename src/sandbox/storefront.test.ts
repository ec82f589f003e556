import { describe, expect, it } from 'vitest';
import { openSandbox, origin } from './testing/openSandbox.ts';

/** The customers as the storefront page lists them, each with a token of his own. */
async function customers(salla: ReturnType<typeof openSandbox>) {
  const { data } = await salla.orders('?per_page=60');
  const invoiced = (await salla.invoices('?per_page=60')).data.map((row) => row.order_id);
  const orders = data.flatMap(({ id, customer }) =>
    customer !== undefined && invoiced.includes(id) ? [{ id, customer }] : [],
  );
  const withEmail = orders.find(({ customer }) => customer.email !== null);
  const withoutEmail = orders.find(({ customer }) => customer.email === null);
  const stranger = orders.find(({ customer }) => customer.id !== withEmail?.customer.id);
  if (!withEmail || !withoutEmail || !stranger) throw new Error('the seed lacks customers');
  return { withEmail, withoutEmail, stranger };
}

function token(salla: ReturnType<typeof openSandbox>, customerId: number): string {
  return salla.sandbox.issueCustomerToken(customerId);
}

describe("the customer's own way", () => {
  it('mails the invoice to the customer who is signed in', async () => {
    const salla = openSandbox();
    const { withEmail } = await customers(salla);
    const answer = await salla.json(`/store/v1/orders/send/${withEmail.id}`, {
      method: 'POST',
      token: token(salla, withEmail.customer.id),
    });
    expect(answer).toMatchObject({ status: 200, success: true });
    expect(salla.sandbox.mailbox()).toMatchObject([
      { orderId: withEmail.id, to: withEmail.customer.email, via: 'storefront' },
    ]);
  });

  it('refuses who is not signed in, and who forged it', async () => {
    const salla = openSandbox();
    const { withEmail } = await customers(salla);
    const good = token(salla, withEmail.customer.id);
    const claims = Buffer.from(JSON.stringify({ sub: '1', store: 1, exp: 9e9 })).toString(
      'base64url',
    );
    const forged = good.replace(/\.[^.]+\./, `.${claims}.`);
    for (const bad of ['', 'nonsense', forged]) {
      const path = `/store/v1/orders/send/${withEmail.id}`;
      expect((await salla.call(path, { method: 'POST', token: bad })).status).toBe(401);
    }
    salla.clock.at += 25 * 60 * 60 * 1000;
    expect((await salla.call('/store/v1/auth/user', { token: good })).status).toBe(401);
  });

  it("refuses another customer's order, and an order without an email address", async () => {
    const salla = openSandbox();
    const { withEmail, withoutEmail, stranger } = await customers(salla);
    const send = async (orderId: number, customerId: number) =>
      (
        await salla.call(`/store/v1/orders/send/${orderId}`, {
          method: 'POST',
          token: token(salla, customerId),
        })
      ).status;
    expect(await send(withEmail.id, stranger.customer.id)).toBe(404);
    expect(await send(withoutEmail.id, withoutEmail.customer.id)).toBe(422);
    expect(salla.sandbox.mailbox()).toEqual([]);
  });

  it('may be asked from the pages of any store', async () => {
    const salla = openSandbox();
    const asked = 'authorization,s-source,s-app-version,store-identifier,x-requested-with';
    const preflight = await salla.sandbox.fetch(
      new Request(`${origin}/store/v1/orders/send/1`, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://nakheel.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': asked,
        },
      }),
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('s-source');
  });
});
