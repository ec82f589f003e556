import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { deliveryQueries } from '../../api/deliveryQueries.ts';

/** Remembers until when a delivery that was just started here can be taken back, on every page of this tab. */
export function noteUndoTime(queryClient: QueryClient, deliveryId: string, seconds: number): void {
  queryClient.setQueryData(deliveryQueries.undoableUntil(deliveryId), Date.now() + seconds * 1000);
}

/** The whole seconds that are left, counting down to 1; null before and after, and for what others started. */
export function useUndoSeconds(deliveryId: string): number | null {
  const queryClient = useQueryClient();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const until = queryClient.getQueryData<number>(deliveryQueries.undoableUntil(deliveryId));
    if (until === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const ms = until - Date.now();
      setLeft(ms > 0 ? Math.ceil(ms / 1000) : null);
      if (ms > 0) timer = setTimeout(tick, ms % 1000 || 1000);
    };
    tick();
    return () => {
      clearTimeout(timer);
      setLeft(null);
    };
  }, [queryClient, deliveryId]);
  return left;
}
