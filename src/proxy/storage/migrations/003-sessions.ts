import type { Migration } from 'kysely';

export const sessions: Migration = {
  async up(database) {
    await database.schema
      .createTable('staff')
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('staff_key', ['store_id', 'user_id'])
      .execute();
    await database.schema
      .createTable('sessions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'bigint', (column) => column.notNull())
      .addColumn('opened_from', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex('sessions_by_store')
      .on('sessions')
      .column('store_id')
      .execute();
    await database.schema
      .createIndex('sessions_by_end')
      .on('sessions')
      .column('expires_at')
      .execute();
  },
};
