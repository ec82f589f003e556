import type { Migration } from 'kysely';

/** Columns whose names misled. Both databases rename them in the partial indexes as well. */
export const plainNames: Migration = {
  async up(database) {
    await database.schema.alterTable('deliveries').renameColumn('held', 'paused').execute();
    await database.schema
      .alterTable('store_queues')
      .renameColumn('trouble', 'backoff_reason')
      .execute();
    await database.schema
      .alterTable('store_queues')
      .renameColumn('trouble_until', 'backoff_until')
      .execute();
    await database.schema
      .alterTable('installations')
      .renameColumn('forgotten_at', 'data_deleted_at')
      .execute();
  },
};
