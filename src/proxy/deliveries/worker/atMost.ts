/** Does it as soon as there is room, in order of coming. */
export type Limit = <Done>(doing: () => Promise<Done>) => Promise<Done>;

/** Lets so many be at something at once, so that however many come room is left for others. */
export function atMost(count: number): Limit {
  const line: (() => void)[] = [];
  let free = count;
  return async (doing) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => line.push(go));
    try {
      return await doing();
    } finally {
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
