import type { InvoicePage, InvoiceSummary } from '../../../contract/invoice.ts';
import { ProblemError } from '../../api/ProblemError.ts';

interface GatherParts {
  /** Throws `ProblemError`. Pages count from 1. */
  fetchPage: (number: number) => Promise<InvoicePage>;
  /** What a page brought, how far that is, and of how many; false where there is no room for more. */
  take: (rows: readonly InvoiceSummary[], seen: number, total: number) => boolean;
  /** Salla's limit is reached: waits, or comes back at once when the signal stops it. */
  wait: (ms: number) => Promise<void>;
  signal: AbortSignal;
}

export type GatherOutcome =
  | { outcome: 'all' | 'full' | 'stopped' }
  /** `page` is the one that did not come: it can be gone on with. */
  | { outcome: 'failed'; error: unknown; page: number };

/** Where the answer does not say how long to wait. */
const waitUnsaidMs = 5000;

/**
 * Goes through a list's pages from one on, in its order. A limit that is reached is waited for as long as the answer
 * says; what else fails ends it, and what came before stays taken.
 */
export async function gather(
  firstPage: number,
  { fetchPage, take, wait, signal }: GatherParts,
): Promise<GatherOutcome> {
  for (let number = firstPage; ; ) {
    if (signal.aborted) return { outcome: 'stopped' };
    const answer = await fetchPage(number).catch(asValue);
    if ('error' in answer) {
      const waitMs = waitOf(answer.error);
      if (waitMs === null) return { outcome: 'failed', error: answer.error, page: number };
      await wait(waitMs);
      continue;
    }
    if (signal.aborted) return { outcome: 'stopped' };
    const { data, page } = answer;
    const seen = Math.min(number * page.size, page.totalItems);
    if (!take(data, seen, page.totalItems)) return { outcome: 'full' };
    if (data.length === 0 || number >= page.totalPages) return { outcome: 'all' };
    number += 1;
  }
}

function asValue(error: unknown): { error: unknown } {
  return { error };
}

/** How long to wait before the same is asked again; null where waiting does not help. */
function waitOf(error: unknown): number | null {
  if (!(error instanceof ProblemError) || error.code !== 'rate_limited') return null;
  return error.retryAfterSeconds === null ? waitUnsaidMs : error.retryAfterSeconds * 1000;
}
