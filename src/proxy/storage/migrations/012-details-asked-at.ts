import type { Migration } from 'kysely';

/** When a process last asked Salla for an order's details because its customer was not known, epoch ms. */
export const detailsAskedAt: Migration = {
  async up(database) {
    await database.schema
      .alterTable('known_orders')
      .addColumn('details_asked_at', 'bigint')
      .execute();
  },
};
