import type { Migration } from 'kysely';

export const createdInvoices: Migration = {
  async up(database) {
    await database.schema
      .createTable('created_invoices')
      .addColumn('store_id', 'bigint', (column) =>
        column.notNull().references('stores.id').onDelete('cascade'),
      )
      .addColumn('invoice_id', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('created_invoices_key', ['store_id', 'invoice_id'])
      .execute();
  },
};
