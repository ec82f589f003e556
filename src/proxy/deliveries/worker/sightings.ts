/** Tells how long rows of other processes have been unchanged, by our own clock: no two machines' clocks need to agree. */
export interface Sightings<Key, Value> {
  /** Records all current rows. Rows that are not among them are dropped. */
  update(rows: Iterable<readonly [Key, Value]>): void;
  /** The row as last seen, and since when (epoch ms, own clock) it has been the same. */
  get(key: Key): { value: Value; since: number } | undefined;
  clear(): void;
}

/**
 * Rows count as unchanged only while somebody looks: after a gap longer than `maximumGapMs`, or a clock jump of that size, what went on
 * meanwhile is unknown, and every row counts as new.
 */
export function createSightings<Key, Value>(options: {
  now: () => number;
  maximumGapMs: number;
  isSame: (one: Value, other: Value) => boolean;
}): Sightings<Key, Value> {
  const { now, maximumGapMs, isSame } = options;
  let sightings = new Map<Key, { value: Value; since: number }>();
  let updatedAt = now();

  return {
    update(rows) {
      const at = now();
      const known = Math.abs(at - updatedAt) > maximumGapMs ? null : sightings;
      updatedAt = at;
      sightings = new Map();
      for (const [key, value] of rows) {
        const before = known?.get(key);
        const isUnchanged = before !== undefined && isSame(before.value, value);
        sightings.set(key, { value, since: isUnchanged ? before.since : at });
      }
    },
    get: (key) => sightings.get(key),
    clear: () => sightings.clear(),
  };
}
