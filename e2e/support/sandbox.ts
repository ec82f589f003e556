/** A client of the sandbox's HTTP API, for tests and the bench. */
import { z } from 'zod';

const Mail = z.object({
  orderId: z.number(),
  to: z.string(),
  subject: z.string(),
  at: z.string(),
  via: z.enum(['merchant-api', 'storefront']),
});

export type Fault = {
  method: string;
  path: string;
  orderId?: number;
  answer: '429' | '503' | '500' | '422' | '404' | 'reset' | 'hang' | 'slow' | 'body';
  /** The sandbox does what was asked; only its answer is lost, late or replaced. */
  after?: boolean;
  ms?: number;
  times?: number;
  /** `body`: status (200), headers (rate limits only where named here), and text as HTML, or any other value as JSON. */
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  bodyBase64?: string;
};

const MerchantOrder = z.object({
  id: z.number(),
  reference_id: z.number(),
  // sometimes missing, as at Salla
  customer: z
    .object({ first_name: z.string(), last_name: z.string(), email: z.string().nullish() })
    .optional(),
});
export type MerchantOrder = z.infer<typeof MerchantOrder>;

const MerchantInvoice = z.object({
  id: z.number(),
  order_id: z.number(),
  type: z.string(),
  invoice_number: z.union([z.string(), z.number()]).nullish(),
  url: z.string().optional(),
});
export type MerchantInvoice = z.infer<typeof MerchantInvoice>;

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

export type Sandbox = ReturnType<typeof sandboxAt>;

/** The sandbox at an origin such as `http://localhost:3100`. */
export function sandboxAt(origin: string) {
  const post = async (path: string, body: unknown = {}) =>
    answer(
      await fetch(`${origin}/_sandbox/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  let accessToken: string | null = null;
  const merchantApi = async (path: string, body?: object) => {
    accessToken ??= z.object({ access_token: z.string() }).parse(await post('tokens')).access_token;
    const headers = { authorization: `Bearer ${accessToken}` };
    const init = body && { method: 'POST', body: JSON.stringify(body) };
    return answer(await fetch(`${origin}/admin/v2${path}`, { ...init, headers }));
  };
  const invoices = async (search: string) =>
    z
      .object({ data: z.array(MerchantInvoice) })
      .parse(await merchantApi(`/orders/invoices?per_page=60${search}`)).data;
  return {
    origin,
    reset: () => post('reset'),
    faults: (faults: readonly Fault[]) => post('faults', faults),
    /** How many faults are left. */
    faultsLeft: async () =>
      z.array(z.unknown()).parse(await answer(await fetch(`${origin}/_sandbox/faults`))).length,
    plan: (perMinute: number) => post('plan', { perMinute }),
    /** How the store issues invoices; a reset brings back `custom`. */
    issuance: (issuance: 'custom' | 'salla' | 'default_provider') => post('issuance', { issuance }),
    /** Whether rows of order lists have their customer; a reset brings back `full`. */
    orderList: (format: 'full' | 'light') => post('order-list', { format }),
    webhook: (event: string) => post('webhook', { event }),
    /**
     * Uninstalls the app until the proxy at `url` no longer knows the store: within the second of an install or a sign-in an
     * uninstall doesn't count, because Salla's events have whole seconds.
     */
    uninstallFrom: async (url: string) => {
      for (;;) {
        await post('webhook', { event: 'app.uninstalled' });
        const { token } = z.object({ token: z.string() }).parse(await post('embedded-token'));
        const opened = await fetch(`${url}/api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token }),
        });
        if (opened.status === 403) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    embeddedToken: async (expiresInSeconds?: number) =>
      z
        .object({ token: z.string() })
        .parse(await post('embedded-token', expiresInSeconds ? { expiresInSeconds } : {})).token,
    mailbox: async () =>
      z.array(Mail).parse(await answer(await fetch(`${origin}/_sandbox/mailbox`))),
    /** The newest orders at Salla, 60 a page. */
    orders: async (page = 1) =>
      z
        .object({ data: z.array(MerchantOrder) })
        .parse(await merchantApi(`/orders?per_page=60&page=${page}`)).data,
    /** The newest invoices at Salla, 60 a page. */
    invoices: (page = 1) => invoices(`&page=${page}`),
    invoicesOf: (orderId: number) => invoices(`&order_id=${orderId}`),
    /** Creates an invoice from a PDF's address, as another app of the store would. */
    createInvoice: (orderId: number, type: 'tax_invoice' | 'credit_note') =>
      merchantApi('/orders/invoices', {
        order_id: orderId,
        type,
        data_type: 'url',
        url: 'https://files.example/elsewhere.pdf',
      }),
  };
}
