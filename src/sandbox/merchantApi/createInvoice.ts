import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Documents } from '../documents.ts';
import { failure, invalidFields, success } from '../envelope.ts';
import { readCreateRequest, refuse } from '../rules.ts';
import type { Webhooks } from '../webhooks.ts';
import { type Caller, needs } from './caller.ts';
import { createdWire, numberOf } from './createdInvoice.ts';
import { customerWire } from './orderWire.ts';

export interface CreateParts {
  now(): number;
  documents: Documents;
  webhooks: Webhooks;
}

/** A PDF of 10 MB and the form around it. */
const maximumBytes = 11 * 1024 * 1024;

/** The body as name and value, a file as its bytes; null for one that is neither JSON nor a form. */
async function readBody(request: Request): Promise<Record<string, unknown> | null> {
  const type = request.headers.get('Content-Type') ?? '';
  try {
    if (type.startsWith('multipart/form-data')) {
      const form = await request.formData();
      const entries = [...form].map(async ([name, value]) => {
        return [name, typeof value === 'string' ? value : await value.bytes()] as const;
      });
      return Object.fromEntries(await Promise.all(entries));
    }
    const body: unknown = await request.json();
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
    return isObject ? Object.fromEntries(Object.entries(body)) : null;
  } catch {
    // What can't be read is as good as empty: every field is missing.
    return null;
  }
}

/** `POST /orders/invoices`. */
export function createRoute({ now, documents, webhooks }: CreateParts): Hono<Caller> {
  const tooLarge = () => failure(413, { code: 413, message: 'Payload Too Large' });
  const limited = bodyLimit({ maxSize: maximumBytes, onError: tooLarge });

  return new Hono<Caller>().post(
    '/orders/invoices',
    needs('orders.read_write'),
    limited,
    async (context) => {
      const shop = context.get('shop');
      const read = readCreateRequest((await readBody(context.req.raw)) ?? {});
      if (read.outcome === 'refused') return invalidFields(read.fields);
      const { request } = read;
      const order = shop.order(request.orderId);
      const refusal = refuse(request, {
        issuance: shop.issuance,
        invoices: order === null ? null : shop.invoicesOfOrder(order.id),
        numberIsTaken: shop.numberIsTaken,
      });
      if (order === null || refusal !== null) return invalidFields(refusal ?? {});

      const { content, kind } = request;
      const id = shop.nextInvoiceId();
      const issuedAt = now();
      const wire = createdWire(request, { shop, order, id, issuedAt, documentUrl: documents.url });
      if (content.dataType === 'file') documents.keep(id, content.file);
      const isDocument = content.dataType === 'url' || content.dataType === 'file';
      const record = { id, orderId: order.id, kind, issuedAt, isDocument, wire: () => wire };
      shop.add(record, numberOf(content, wire));
      void webhooks.send('invoice.created', shop.store.id, {
        ...wire,
        items: wire.items ?? [],
        customer: customerWire(order.customer, order.index),
        company: { name: shop.store.name, tax_number: shop.store.vatNumber },
      });
      return success(wire);
    },
  );
}
