import { type Migration, sql } from 'kysely';

export const batches: Migration = {
  async up(database) {
    await database.schema
      .createTable('batches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('requested_by_id', 'bigint', (column) => column.notNull())
      .addColumn('requested_by_name', 'text')
      .addColumn('requested_at', 'bigint', (column) => column.notNull())
      .addColumn('requested_from', 'text', (column) => column.notNull())
      .addColumn('paused', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('canceled', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('retry_of', 'text')
      .execute();
    await sql`insert into batches (id, store_id, requested_by_id, requested_by_name, requested_at, requested_from)
      select batch_id, min(store_id), min(requested_by_id), min(requested_by_name), min(requested_at), min(requested_from)
      from deliveries group by batch_id`.execute(database);
    await database.schema
      .createIndex('batches_newest')
      .on('batches')
      .columns(['store_id', 'requested_at'])
      .execute();
    await database.schema
      .createTable('skipped_orders')
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('batch_id', 'text', (column) =>
        column.notNull().references('batches.id').onDelete('cascade'),
      )
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('order_id', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('delivery_id', 'text', (column) =>
        column.notNull().references('deliveries.id').onDelete('cascade'),
      )
      .addPrimaryKeyConstraint('skipped_orders_key', ['batch_id', 'position'])
      .execute();
    await database.schema
      .createIndex('skipped_orders_of_delivery')
      .on('skipped_orders')
      .column('delivery_id')
      .execute();
    await database.schema
      .createTable('store_queues')
      .addColumn('store_id', 'bigint', (column) =>
        column.primaryKey().references('stores.id').onDelete('cascade'),
      )
      .addColumn('owner', 'text')
      .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('stopped', 'text')
      .addColumn('trouble', 'text')
      .addColumn('trouble_until', 'bigint')
      .addColumn('rate_limit', 'integer')
      .addColumn('rate_remaining', 'integer')
      .addColumn('rate_reset_at', 'bigint')
      .addColumn('browsed_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('refused_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await database.schema.alterTable('deliveries').addColumn('followed_by', 'text').execute();
    await database.schema
      .alterTable('deliveries')
      .addColumn('bulk', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await database.schema
      .alterTable('deliveries')
      .addColumn('first_attempt_at', 'bigint')
      .execute();
    await database.schema
      .alterTable('deliveries')
      .addColumn('claim', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update deliveries set first_attempt_at = requested_at where attempts > 0`.execute(
      database,
    );
    await sql`update deliveries set followed_by =
      (select later.id from deliveries later where later.retry_of = deliveries.id)`.execute(
      database,
    );
    await database.schema
      .alterTable('deliveries')
      .addColumn('held', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    // When something of a store's queue may be sent next.
    await database.schema.dropIndex('deliveries_due').execute();
    await sql`create index deliveries_due on deliveries (store_id, not_before)
      where state = 'queued' and held = 0`.execute(database);
    // The order in which a store's queue is sent: single ones first, then as they were asked for.
    await sql`create index deliveries_queue on deliveries (store_id, bulk, requested_at, position)
      where state = 'queued' and held = 0`.execute(database);
    // Each kind of list has an index that it can be counted and paged through by, without reading a row.
    await database.schema.dropIndex('deliveries_newest').execute();
    await sql`create index deliveries_newest
      on deliveries (store_id, requested_at desc, batch_id, position)`.execute(database);
    await sql`create index deliveries_by_state
      on deliveries (store_id, state, requested_at desc, batch_id, position)`.execute(database);
    await sql`create index deliveries_of_batch
      on deliveries (batch_id, position, state)`.execute(database);
    await sql`create index deliveries_of_invoice on deliveries (store_id, invoice_id)
      where invoice_id is not null`.execute(database);
  },
};
