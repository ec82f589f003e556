import type { Migration } from 'kysely';

export const invoiceCreations: Migration = {
  async up(database) {
    await database.schema
      .createTable('invoice_creations')
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('known_before', 'text')
      .addColumn('answer', 'text')
      .addColumn('lease_owner', 'text')
      .addColumn('lease_until', 'bigint')
      .addColumn('begun_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('invoice_creations_key', ['store_id', 'key'])
      .execute();
  },
};
