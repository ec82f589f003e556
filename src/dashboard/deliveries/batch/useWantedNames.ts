import { useEffect } from 'react';
import type { OrdersOfPage } from './OrderName.tsx';

/** Has the orders of these rows looked up while the rows are on the screen. */
export function useWantedNames({ want }: OrdersOfPage, rows: readonly { orderId: number }[]): void {
  const key = rows.map(({ orderId }) => orderId).join();
  useEffect(() => {
    const done = key === '' ? [] : key.split(',').map((orderId) => want(Number(orderId)));
    return () => {
      for (const unwant of done) unwant();
    };
  }, [key, want]);
}
