const minuteMs = 60_000;
const share = 0.1;
const fewest = 5;
/** In the minute's last seconds people find the next minute's calls as soon as a second's turn. */
const freeMs = 3000;

export interface ReserveDeps {
  limit: number;
  /** Epoch ms, as all times here. */
  resetAt: number;
  /** When somebody last called for a person. */
  peopleAt: number;
  /** What was called for people in this minute. */
  usedByPeople: number;
  now: number;
}

/** How many calls of the bucket bulk leaves to people: only while there are some, and only until the minute ends. */
export function reserveOf({ limit, resetAt, peopleAt, usedByPeople, now }: ReserveDeps): number {
  // In this minute or the one before.
  const isBrowsed = peopleAt >= resetAt - 2 * minuteMs;
  if (!isBrowsed || now >= resetAt - freeMs) return 0;
  return Math.max(0, Math.max(fewest, Math.ceil(limit * share)) - usedByPeople);
}

/** How much of the bucket background calls leave to everybody else; they never call past the limit. */
export function backgroundReserve({ limit, isBulkBusy }: { limit: number; isBulkBusy: boolean }) {
  return Math.ceil(limit * (isBulkBusy ? 3 / 4 : 1 / 2));
}

/** Fewer calls for people in a minute than this are no crowd, however small the plan. */
const smallestCrowd = 30;

/**
 * Whether people have spent half of the minute's calls: the other half is for what no answer of the last minute tells,
 * so that nobody has to wait for it behind those who look at the same list again.
 */
export function isCrowd({ limit, usedByPeople }: { limit: number; usedByPeople: number }): boolean {
  return usedByPeople >= Math.max(smallestCrowd, limit / 2);
}

/** When what people don't use of their share is free, epoch ms. */
export function reserveFreeAt({ resetAt }: { resetAt: number }): number {
  return resetAt - freeMs;
}
