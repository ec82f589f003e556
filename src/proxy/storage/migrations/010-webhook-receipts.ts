import { type Migration, sql } from 'kysely';

export const webhookReceipts: Migration = {
  async up(database) {
    await database.schema
      .alterTable('webhook_receipts')
      .addColumn('event', 'text', (column) => column.notNull().defaultTo('app.store.authorize'))
      .execute();
    await sql`insert into webhook_receipts (body_hash, received_at, event)
      select uninstalled_by, uninstalled_at, 'app.uninstalled' from installations
      where uninstalled_by is not null and uninstalled_at is not null
      on conflict (body_hash) do nothing`.execute(database);
    await database.schema.alterTable('installations').dropColumn('uninstalled_by').execute();
    await database.schema.alterTable('installations').addColumn('forgotten_at', 'bigint').execute();
    // A date ahead of the clock was believed until now.
    const now = Date.now();
    await sql`update installations set
      forgotten_at = case when uninstalled_at > ${now} then ${now} else uninstalled_at end,
      uninstalled_at = case when uninstalled_at > ${now} then null else uninstalled_at end,
      installed_at = case when installed_at > ${now} then null else installed_at end`.execute(
      database,
    );
  },
};
