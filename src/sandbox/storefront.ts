import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { z } from 'zod';
import { failure, notFound, refusedWithoutReason, success } from './envelope.ts';
import type { Mailbox } from './mailbox.ts';
import { id } from './merchantApi/query.ts';
import { mailInvoice } from './merchantApi/sendInvoice.ts';
import type { Customer } from './model.ts';
import type { Shop } from './shop.ts';
import type { Stores } from './stores.ts';

export interface Storefront {
  router: Hono;
  issueToken(storeId: number, customerId: number): string;
}

const lifetimeSeconds = 24 * 60 * 60;
const Claims = z.object({ sub: z.string(), store: z.number(), exp: z.number() });

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/**
 * The storefront's API, `/store/v1`, as Twilight's SDK calls it from the store's page: across origins, without
 * cookies, the customer signed in by `Authorization: Bearer <JWT>` whose `sub` is the customer's id (the SDK reads
 * `sub` and `exp` of the token that it keeps).
 */
export function createStorefront(parts: {
  stores: Stores;
  mailbox: Mailbox;
  now: () => number;
  seed: number;
}): Storefront {
  const { stores, mailbox, now } = parts;
  const signature = (text: string) =>
    createHmac('sha256', `sandbox customers ${parts.seed}`).update(text).digest('base64url');

  const issueToken = (storeId: number, customerId: number) => {
    const claims = {
      sub: String(customerId),
      store: storeId,
      exp: Math.floor(now() / 1000) + lifetimeSeconds,
    };
    const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
    return `${text}.${signature(text)}`;
  };

  const signedIn = (authorization: string): { shop: Shop; customer: Customer } | null => {
    const [, text, proof] = /^Bearer ([\w-]+\.[\w-]+)\.([\w-]+)$/.exec(authorization) ?? [];
    if (text === undefined || proof === undefined) return null;
    const good = Buffer.from(signature(text));
    const given = Buffer.from(proof);
    if (good.length !== given.length || !timingSafeEqual(good, given)) return null;
    const payload = Buffer.from(text.split('.')[1] ?? '', 'base64url').toString();
    const claims = Claims.safeParse(JSON.parse(payload));
    if (!claims.success || claims.data.exp * 1000 <= now()) return null;
    const shop = stores.byId(claims.data.store);
    const index = shop?.customers.indexById(Number(claims.data.sub)) ?? null;
    return shop === null || index === null ? null : { shop, customer: shop.customers.at(index) };
  };

  const mustSignIn = () => failure(401, { code: 'Unauthorized', message: 'يجب تسجيل الدخول' });

  const router = new Hono().basePath('/store/v1');
  router.use('*', cors({ origin: '*', maxAge: 600 }));

  router.post('/orders/send/:orderId', (context) => {
    const visitor = signedIn(context.req.header('Authorization') ?? '');
    if (visitor === null) return mustSignIn();
    const orderId = id.safeParse(context.req.param('orderId'));
    const order = orderId.success ? visitor.shop.order(orderId.data) : null;
    if (order === null || order.customer.id !== visitor.customer.id) return notFound();
    if (!mailInvoice(mailbox, visitor.shop, order, 'storefront')) return refusedWithoutReason();
    return success({ message: 'تم ارسال رسالة الفاتورة بنجاح', code: 200 });
  });

  router.get('/auth/user', (context) => {
    const visitor = signedIn(context.req.header('Authorization') ?? '');
    if (visitor === null) return mustSignIn();
    const { customer } = visitor;
    return success({
      id: customer.id,
      type: 'user',
      first_name: customer.firstName,
      last_name: customer.lastName,
      email: customer.email,
      phone: { number: customer.mobile, code: customer.mobileCode, country: customer.countryCode },
      country_code: customer.countryCode,
      currency_code: 'SAR',
    });
  });

  router.all('*', () => notFound());
  return { router, issueToken };
}
