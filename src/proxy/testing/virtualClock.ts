interface Event {
  at: number;
  happen: () => void;
}

/** A clock that advances only when nothing is left to do at the current time. Epoch ms. */
export function virtualClock(startsAt = Date.parse('2026-03-10T09:00:00.250Z')) {
  let time = startsAt;
  const events: Event[] = [];

  /** The earliest timer, and of several at one time the one that was set first. */
  function takeNext(): Event | undefined {
    const earliest = Math.min(...events.map(({ at }) => at));
    const index = events.findIndex(({ at }) => at === earliest);
    return events.splice(index, 1)[0];
  }

  function plan(ms: number, happen: () => void): () => void {
    const event = { at: time + Math.max(0, ms), happen };
    events.push(event);
    return () => {
      const index = events.indexOf(event);
      if (index >= 0) events.splice(index, 1);
    };
  }

  return {
    startsAt,
    now: () => time,
    passed: () => time - startsAt,
    plan,
    wait: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        const callOff = plan(ms, resolve);
        signal?.addEventListener('abort', () => {
          callOff();
          reject(signal.reason);
        });
      }),
    /** Advances the time until `isOver`, which is checked when everything at a time has happened. */
    async run(isOver: () => boolean, settle = promisesSettle): Promise<void> {
      await settle();
      let idle = 0;
      while (!isOver()) {
        const next = takeNext();
        if (next === undefined) {
          if (idle++ > mostIdle) throw new Error('nothing happens any more');
          await settle();
          continue;
        }
        idle = 0;
        time = Math.max(time, next.at);
        next.happen();
        await settle();
      }
    },
  };
}

/** How often to settle before concluding that no timer is left. */
const mostIdle = 1000;

export type VirtualClock = ReturnType<typeof virtualClock>;

/** Resolves when everything that waits only for promises has happened. */
const promisesSettle = () => new Promise<void>((resolve) => setImmediate(resolve));
