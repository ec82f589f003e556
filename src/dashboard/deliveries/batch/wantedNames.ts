import { waitMs } from './errands.ts';

/** Which orders on the screen want their number, and which of them may be asked for now. */
export interface WantedNames {
  /** A row that names this order is on the screen, until what it gives is called. */
  want: (orderId: number) => () => void;
  /** Wanted and never asked for; none while the last call's failure is too young. `now` in epoch ms. */
  missing: (isKnown: (orderId: number) => boolean, now: number) => number[];
  /** Epoch ms from which they may be asked for again; null where they may be now. */
  notBefore: (now: number) => number | null;
  asked: (ids: readonly number[]) => void;
  answered: (ids: readonly number[]) => void;
  /** No answer came: they are asked for again, each time after a longer wait. */
  failed: (ids: readonly number[], now: number) => void;
}

export function wantedNames(): WantedNames {
  const rows = new Map<number, number>();
  const underWay = new Set<number>();
  let failures = 0;
  let again = 0;
  return {
    want: (orderId) => {
      rows.set(orderId, (rows.get(orderId) ?? 0) + 1);
      return () => {
        const left = (rows.get(orderId) ?? 0) - 1;
        if (left > 0) rows.set(orderId, left);
        else rows.delete(orderId);
      };
    },
    missing: (isKnown, now) =>
      now < again ? [] : [...rows.keys()].filter((id) => !isKnown(id) && !underWay.has(id)),
    notBefore: (now) => (now < again ? again : null),
    asked: (ids) => {
      for (const id of ids) underWay.add(id);
    },
    answered: (ids) => {
      failures = 0;
      for (const id of ids) underWay.delete(id);
    },
    failed: (ids, now) => {
      failures += 1;
      again = now + waitMs({ failures, batch: null, standsStill: false, lacksSome: true });
      for (const id of ids) underWay.delete(id);
    },
  };
}
