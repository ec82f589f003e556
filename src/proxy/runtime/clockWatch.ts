/** By less than this nobody waits noticeably longer. */
const noMatterMs = 500;

/**
 * Answers by how many ms the clock was set back since it was asked last, 0 where it wasn't: instants that were noted
 * before that lie so much too far ahead. `now` in epoch ms.
 */
export function watchClock(now: () => number): () => number {
  let last = now();
  return () => {
    const at = now();
    const backMs = last - at;
    last = at;
    return backMs > noMatterMs ? backMs : 0;
  };
}
