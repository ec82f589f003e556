/** The first position at or after the time, in a table that is sorted by time, without a scan. */
export function firstAt(count: number, timeAt: (position: number) => number, time: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeAt(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
