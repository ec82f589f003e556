import { Hono } from 'hono';
import { z } from 'zod';
import { invalidFields, notFound, success } from '../envelope.ts';
import { type Caller, needs } from './caller.ts';
import { type OrderListFormat, orderDetails, orderRow } from './orderWire.ts';
import { fieldsOf, id, listQuery, pagination, spanOf } from './query.ts';

const OrderListQuery = z.object({
  ...listQuery,
  keyword: z.string().optional(),
  reference_id: id.optional(),
  customer_id: id.optional(),
  sort_by: z
    .string()
    .regex(/^(id|total|updated_at|created_at)-(asc|desc)$/, 'حقل sort_by غير صالح.')
    .default('created_at-desc'),
});

const sortColumns = ['id', 'total', 'updated_at', 'created_at'] as const;

/** `GET /orders` and `/orders/{id}`. */
export function orderRoutes(listFormat: () => OrderListFormat): Hono<Caller> {
  const router = new Hono<Caller>();

  router.get('/orders', needs('orders.read'), (context) => {
    const query = OrderListQuery.safeParse(context.req.query());
    if (!query.success) return invalidFields(fieldsOf(query.error));
    const {
      page: number,
      per_page: size,
      sort_by: sortBy,
      keyword,
      reference_id,
      customer_id,
    } = query.data;
    const sort = {
      by: sortColumns.find((column) => sortBy.startsWith(column)) ?? 'created_at',
      descending: sortBy.endsWith('desc'),
    };
    const { total, rows } = context
      .get('shop')
      .search.find(
        { keyword, reference_id, customer_id, ...spanOf(query.data), sort },
        (number - 1) * size,
        size,
      );
    const format = listFormat();
    const listed = rows.map((order) => orderRow(order, format));
    return success(listed, {
      pagination: pagination(new URL(context.req.url), { number, size, count: rows.length, total }),
    });
  });

  router.get('/orders/:orderId', needs('orders.read'), (context) => {
    const orderId = id.safeParse(context.req.param('orderId'));
    const order = orderId.success ? context.get('shop').order(orderId.data) : null;
    if (order === null) return notFound();
    return success(
      orderDetails(order, context.req.query('format') === 'light' ? 'light' : 'whole'),
    );
  });

  return router;
}
