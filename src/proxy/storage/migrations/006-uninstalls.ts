import type { Migration } from 'kysely';

export const uninstalls: Migration = {
  async up(database) {
    await database.schema.alterTable('installations').addColumn('uninstalled_by', 'text').execute();
  },
};
