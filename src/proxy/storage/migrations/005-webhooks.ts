import type { Migration } from 'kysely';

export const webhooks: Migration = {
  async up(database) {
    await database.schema
      .createTable('webhook_receipts')
      .addColumn('body_hash', 'text', (column) => column.primaryKey())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .execute();
    // Outlives its store: an install that arrives late must not bring an uninstalled store back.
    await database.schema
      .createTable('installations')
      .addColumn('store_id', 'bigint', (column) => column.primaryKey())
      .addColumn('installed_at', 'bigint')
      .addColumn('uninstalled_at', 'bigint')
      .execute();
  },
};
