import { type Migration, sql } from 'kysely';

/** `seen_at` moves with every row of a list, also with those that say nothing of the customer. */
export const customerSeenAt: Migration = {
  async up(database) {
    await database.schema
      .alterTable('known_orders')
      .addColumn('customer_seen_at', 'bigint')
      .execute();
    await sql`update known_orders set customer_seen_at = seen_at where customer_email is not null`.execute(
      database,
    );
  },
};
