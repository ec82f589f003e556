/** A 32-bit hash of whole numbers: the same numbers give the same hash everywhere. */
export function hash(...numbers: readonly number[]): number {
  let state = 0x811c9dc5;
  for (const number of numbers) {
    state = Math.imul(state ^ (number | 0), 0x9e3779b1);
    state ^= state >>> 15;
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}

/** A list that is known to hold something. */
export type Choices<T> = readonly [T, ...T[]];

/** The same choice for the same number, which may be a hash or a count. */
export function choose<T>(choices: Choices<T>, number: number): T {
  return choices[number % choices.length] ?? choices[0];
}

export interface Draws {
  /** A whole number of `from` to `to`, both inclusive. */
  whole(from: number, to: number): number;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
  pick<T>(choices: Choices<T>): T;
}

/** A row of draws that depends on the keys alone, so that one row of a table is made without the others. */
export function drawsFor(...keys: readonly number[]): Draws {
  let count = 0;
  const next = () => hash(...keys, count++);
  return {
    whole: (from, to) => from + (next() % (to - from + 1)),
    percent: (share) => next() % 100 < share,
    pick: (choices) => choose(choices, next()),
  };
}
