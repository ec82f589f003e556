import type { Migration } from 'kysely';

export const stores: Migration = {
  async up(database) {
    await database.schema
      .createTable('stores')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('name', 'text')
      .addColumn('connected_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createTable('store_tokens')
      .addColumn('store_id', 'bigint', (column) =>
        column.primaryKey().references('stores.id').onDelete('cascade'),
      )
      .addColumn('pair_id', 'text', (column) => column.notNull())
      .addColumn('sealed_access', 'text', (column) => column.notNull())
      .addColumn('sealed_refresh', 'text')
      .addColumn('scope', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('refresh_after', 'bigint', (column) => column.notNull())
      .addColumn('revoked', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('lease_owner', 'text')
      .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('refresh_sent_at', 'bigint')
      .execute();
  },
};
