import { Hono } from 'hono';
import { notFound } from './envelope.ts';
import type { Order } from './model.ts';
import type { Shop } from './shop.ts';
import type { Stores } from './stores.ts';

/** The PDFs that the sandbox serves: printed ones, uploaded ones, and those the seeded url invoices point to. */
export interface Documents {
  router: Hono;
  /** The address of an invoice's document. */
  url(invoiceId: number): string;
  /** Keeps an uploaded file as the invoice's document. */
  keep(invoiceId: number, file: Uint8Array): void;
  /** The address of a fresh print: absolute for some orders, relative to `origin` for others, as Salla has it. */
  print(shop: Shop, order: Order): string;
  clear(): void;
}

const printsKept = 1000;

function pdfResponse(bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' },
  });
}

/** The drawing is loaded with the first PDF: idle, its library would be a good tenth of the process. */
async function draw(shop: Shop, order: Order): Promise<Uint8Array> {
  const { invoicePdf } = await import('./pdf.ts');
  return invoicePdf(shop.store, order);
}

export function createDocuments(parts: {
  origin: string;
  randomId: () => string;
  stores: () => Stores;
}): Documents {
  const { origin, stores } = parts;
  const uploads = new Map<number, Uint8Array>();
  const prints = new Map<string, { shop: Shop; order: Order }>();
  const router = new Hono();

  router.get('/temp/:folder/:name', async (context) => {
    const found = prints.get(`temp/${context.req.param('folder')}/${context.req.param('name')}`);
    return found === undefined ? notFound() : pdfResponse(await draw(found.shop, found.order));
  });

  router.get('/documents/:name', async (context) => {
    const invoiceId = Number(/^(\d+)\.pdf$/.exec(context.req.param('name'))?.[1]);
    const upload = uploads.get(invoiceId);
    if (upload !== undefined) return pdfResponse(upload);
    for (const shop of stores().all) {
      const invoice = shop.invoice(invoiceId);
      const order = invoice?.isDocument ? shop.order(invoice.orderId) : null;
      if (order !== null) return pdfResponse(await draw(shop, order));
    }
    return notFound();
  });

  return {
    router,
    url: (invoiceId) => `${origin}/documents/${invoiceId}.pdf`,
    keep: (invoiceId, file) => uploads.set(invoiceId, file),
    print: (shop, order) => {
      const path = `temp/${parts.randomId()}/order-${order.referenceId}-invoice.pdf`;
      prints.set(path, { shop, order });
      const [oldest] = prints.keys();
      if (prints.size > printsKept && oldest !== undefined) prints.delete(oldest);
      return order.index % 2 === 0 ? path : `${origin}/${path}`;
    },
    clear: () => {
      uploads.clear();
      prints.clear();
    },
  };
}
