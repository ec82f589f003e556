import type { Migration } from 'kysely';

export const knownOrders: Migration = {
  async up(database) {
    await database.schema
      .createTable('known_orders')
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('order_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'bigint')
      .addColumn('customer_name', 'text')
      .addColumn('customer_email', 'text')
      .addColumn('customer_mobile', 'text')
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('known_orders_key', ['store_id', 'order_id'])
      .execute();
  },
};
