import type { Database } from './database.ts';

export async function upsertStaff(
  database: Database,
  storeId: number,
  user: { id: number; name: string | null },
): Promise<void> {
  if (user.name === null) return;
  await database
    .insertInto('staff')
    .values({ store_id: storeId, user_id: user.id, name: user.name })
    .onConflict((conflict) =>
      conflict.columns(['store_id', 'user_id']).doUpdateSet({ name: user.name ?? '' }),
    )
    .execute();
}
