import type { QueryClient } from '@tanstack/react-query';
import { invoiceQueries } from '../api/invoiceQueries.ts';
import { readFirstPage } from './firstPage.ts';

/** Longer than it takes to read an answer that is there; too short to be felt when it is not. */
const waitMs = 100;

/**
 * The first answer has mostly come by the time the code has: then the first thing drawn is the rows, not
 * a skeleton that is thrown away at once.
 */
export async function awaitFirstData(queryClient: QueryClient, address: string): Promise<void> {
  const page = readFirstPage(address);
  if (page?.shows !== 'list') return;
  const answer = queryClient.prefetchQuery(invoiceQueries.list(page.query));
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, waitMs))]);
}
