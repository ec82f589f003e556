import { type Migration, sql } from 'kysely';

export const deliveries: Migration = {
  async up(database) {
    await database.schema
      .createTable('deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('batch_id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('order_id', 'bigint', (column) => column.notNull())
      .addColumn('invoice_id', 'bigint')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('message', 'text')
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('requested_by_id', 'bigint', (column) => column.notNull())
      .addColumn('requested_by_name', 'text')
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('requested_from', 'text', (column) => column.notNull())
      .addColumn('not_before', 'bigint', (column) => column.notNull())
      .addColumn('lease_owner', 'text')
      .addColumn('lease_until', 'bigint')
      .addColumn('finished_at', 'bigint')
      .addColumn('resolved_by_id', 'bigint')
      .addColumn('resolved_by_name', 'text')
      .addColumn('retry_of', 'text', (column) => column.unique())
      .execute();
    // One email at a time per order, whoever asks: the database itself refuses a second one.
    await sql`create unique index deliveries_under_way on deliveries (store_id, order_id)
      where state in ('queued', 'sending')`.execute(database);
    await sql`create index deliveries_due on deliveries (not_before)
      where state = 'queued'`.execute(database);
    await sql`create index deliveries_leased on deliveries (lease_until)
      where state = 'sending'`.execute(database);
    await database.schema
      .createIndex('deliveries_newest')
      .on('deliveries')
      .columns(['store_id', 'requested_at'])
      .execute();
    await database.schema
      .createIndex('deliveries_of_order')
      .on('deliveries')
      .columns(['store_id', 'order_id', 'requested_at'])
      .execute();
    await database.schema
      .createTable('idempotency_keys')
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('used_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('idempotency_keys_key', ['store_id', 'key'])
      .execute();
  },
};
