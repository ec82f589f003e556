const minute = 60_000;
/** Refused calls within one minute after which Salla stops listening, and for how long. */
const abuse = { refusals: 200, blockedFor: minute };

interface Bucket {
  startedAt: number;
  passed: number;
  lastPassedAt: number;
  refused: number;
  blockedUntil: number;
}

interface Verdict {
  outcome: 'passes' | 'refused' | 'blocked';
  /** `X-RateLimit-*`, and `Retry-After` where the call was refused. */
  headers: Record<string, string>;
}

export interface RateLimit {
  /** Counts one call of the store. */
  take(storeId: number): Verdict;
  /** The headers as they stand, for an answer that no store's bucket pays for. */
  headers(storeId: number): Record<string, string>;
  perMinute(): number;
  setPerMinute(perMinute: number): void;
  reset(): void;
}

/**
 * Salla's limit a store ("Errors, rate limits"): so many calls from the first one on until the minute is over,
 * past that one a second, and 403 for a store that does not stop asking.
 */
export function createRateLimit(now: () => number, initialPerMinute = 120): RateLimit {
  let perMinute = initialPerMinute;
  const buckets = new Map<number, Bucket>();

  const bucketOf = (storeId: number): Bucket => {
    const at = now();
    const known = buckets.get(storeId);
    if (known !== undefined && at - known.startedAt < minute) return known;
    const fresh = {
      startedAt: at,
      passed: 0,
      lastPassedAt: Number.NEGATIVE_INFINITY,
      refused: 0,
      blockedUntil: known?.blockedUntil ?? 0,
    };
    buckets.set(storeId, fresh);
    return fresh;
  };

  const headersOf = (bucket: Bucket) => ({
    'X-RateLimit-Limit': String(perMinute),
    'X-RateLimit-Remaining': String(Math.max(0, perMinute - bucket.passed)),
    'X-RateLimit-Reset': String(Math.ceil((bucket.startedAt + minute) / 1000)),
  });

  return {
    take: (storeId) => {
      const at = now();
      const bucket = bucketOf(storeId);
      if (at < bucket.blockedUntil) return { outcome: 'blocked', headers: headersOf(bucket) };
      if (bucket.passed < perMinute || at - bucket.lastPassedAt >= 1000) {
        bucket.passed++;
        bucket.lastPassedAt = at;
        return { outcome: 'passes', headers: headersOf(bucket) };
      }
      bucket.refused++;
      if (bucket.refused > abuse.refusals) bucket.blockedUntil = at + abuse.blockedFor;
      return { outcome: 'refused', headers: { ...headersOf(bucket), 'Retry-After': '1' } };
    },
    headers: (storeId) => headersOf(bucketOf(storeId)),
    perMinute: () => perMinute,
    setPerMinute: (value) => {
      perMinute = value;
      buckets.clear();
    },
    reset: () => {
      perMinute = initialPerMinute;
      buckets.clear();
    },
  };
}
