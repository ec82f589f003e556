export interface WatchLoop {
  /** Something has changed: it looks at once, though never sooner than a second after the last look. */
  poke: () => void;
  stop: () => void;
}

const apartMs = 1000;

/**
 * Calls `turn` again and again, never two at a time, waiting as many ms as it says; null waits for a poke.
 * Nothing is called while `isShown` says no.
 */
export function startWatchLoop(
  turn: () => Promise<number | null>,
  isShown: () => boolean,
): WatchLoop {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let poked = false;
  let stopped = false;
  let startedAt = -apartMs;
  let dueAt = Number.POSITIVE_INFINITY;

  function wait(ms: number) {
    clearTimeout(timer);
    dueAt = performance.now() + ms;
    timer = setTimeout(() => void look(), ms);
  }

  async function look() {
    dueAt = Number.POSITIVE_INFINITY;
    if (running || stopped || !isShown()) return;
    running = true;
    poked = false;
    startedAt = performance.now();
    const next = await turn();
    running = false;
    if (stopped) return;
    const ms = poked ? Math.min(next ?? apartMs, apartMs) : next;
    if (ms !== null) wait(ms);
  }

  wait(0);
  return {
    poke: () => {
      poked = true;
      const soonest = Math.max(performance.now(), startedAt + apartMs);
      if (!running && !stopped && soonest < dueAt) wait(soonest - performance.now());
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
