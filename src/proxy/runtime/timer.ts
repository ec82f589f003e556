/** Rings once, after `ms`, unless it is called off by what this answers. */
export type SetTimer = (ring: () => void, ms: number) => () => void;

/** Keeps no process alive. */
export const setTimer: SetTimer = (ring, ms) => {
  const timer = setTimeout(ring, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
