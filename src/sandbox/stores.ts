import type { StaffUser } from './model.ts';
import type { Shop } from './shop.ts';

/** The stores of the sandbox, the demo store first. */
export interface Stores {
  all: readonly [Shop, ...Shop[]];
  demo: Shop;
  byId(storeId: number): Shop | null;
  /** A member of any store's staff. */
  staff(userId: number): { user: StaffUser; shop: Shop } | null;
}

export function storesOf(shops: readonly [Shop, ...Shop[]]): Stores {
  return {
    all: shops,
    demo: shops[0],
    byId: (storeId) => shops.find((shop) => shop.store.id === storeId) ?? null,
    staff: (userId) => {
      for (const shop of shops) {
        const user = shop.store.staff.find((one) => one.id === userId);
        if (user !== undefined) return { user, shop };
      }
      return null;
    },
  };
}
