/** Rings once, after `ms`, unless it is called off by what this answers. */
export type SetAlarm = (ring: () => void, ms: number) => () => void;

/** Keeps no process alive. */
export const setAlarm: SetAlarm = (ring, ms) => {
  const timer = setTimeout(ring, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
