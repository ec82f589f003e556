import { queryOptions } from '@tanstack/react-query';
import { endpoints } from '../../contract/endpoints.ts';
import type { Store } from '../../contract/store.ts';
import { api } from './api.ts';

export const storeQueries = {
  /** The session's store, and what is known of how it issues invoices. */
  current: () =>
    queryOptions({
      queryKey: ['store'],
      queryFn: async ({ signal }) => {
        const answer = await api.get<{ data: Store }>(endpoints.store(), signal);
        return answer.data;
      },
    }),
};
