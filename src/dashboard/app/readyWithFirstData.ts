import type { QueryClient } from '@tanstack/react-query';
import type { Host } from '../host/Host.ts';

/** Tells the host that it may lift its overlay, once the first answer (or refusal) was drawn; then come `onReady`. */
export function readyWithFirstData(
  queryClient: QueryClient,
  host: Host,
  onReady: () => void,
): void {
  const stop = queryClient.getQueryCache().subscribe(({ query }) => {
    if (query.state.status === 'pending') return;
    stop();
    // A timer, not a frame: under the overlay the browser may draw none.
    setTimeout(() => {
      host.ready();
      onReady();
    }, 0);
  });
}
