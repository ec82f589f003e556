import { MutationCache, type Query, QueryClient } from '@tanstack/react-query';
import { isProblem, ProblemError, waitableProblem } from '../api/ProblemError.ts';

/** Rows change when staff send something, and Salla's limits are tight: a short while is fresh enough. */
const freshForMs = 15_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    // Hooks say a problem of the API in a toast. Anything else is a fault of ours, and must not be swallowed.
    mutationCache: new MutationCache({
      onError: (error) => {
        if (!(error instanceof ProblemError)) reportError(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: freshForMs,
        // The proxy has tried again where that helps; only a connection that broke before it is ours.
        retry: (failures, error) => failures < 1 && isProblem(error, 'offline'),
        // Offline is said at once instead of waiting in silence.
        networkMode: 'always',
        refetchOnReconnect: true,
        retryOnMount: isWorthAsking,
        refetchOnWindowFocus: isWorthAsking,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Not before the time that the last answer named: `RetryCountdown` asks again then. */
function isWorthAsking({ state }: Query): boolean {
  const retryAt = waitableProblem(state.error)?.retryAt ?? null;
  return retryAt === null || performance.now() >= retryAt;
}
