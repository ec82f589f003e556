interface Event {
  at: number;
  happen: () => void;
}

/** Time that passes only when nothing is left to do at its present moment. Epoch ms. */
export function virtualClock(startsAt = Date.parse('2026-03-10T09:00:00.250Z')) {
  let time = startsAt;
  const events: Event[] = [];

  /** The earliest, and of several at one moment the one that was planned first. */
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
    /** Lets time pass until `isOver`, which is asked when all that follows from a moment has happened. */
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

/** How often to settle again before it is plain that nothing is planned any more. */
const mostIdle = 1000;

export type VirtualClock = ReturnType<typeof virtualClock>;

/** Whatever waits for no more than promises has happened by then. */
const promisesSettle = () => new Promise<void>((resolve) => setImmediate(resolve));
