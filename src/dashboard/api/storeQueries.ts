import { queryOptions } from '@tanstack/react-query';
import { endpoints } from '../../contract/endpoints.ts';
import { api } from './api.ts';

export const storeQueries = {
  /** The session's store, and what is known of how it issues invoices. */
  current: () =>
    queryOptions({
      queryKey: ['store'],
      queryFn: async ({ signal }) => {
        const answer = await api(endpoints.store(), { signal });
        return answer.data;
      },
    }),
};
