import type { Migration } from 'kysely';

export const issuance: Migration = {
  async up(database) {
    await database.schema.alterTable('stores').addColumn('issuance', 'text').execute();
    await database.schema.alterTable('stores').addColumn('issuance_learned_at', 'bigint').execute();
  },
};
