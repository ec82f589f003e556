import { useState } from 'react';

export interface Choice {
  ids: ReadonlySet<string>;
  choose: (ids: readonly string[], chosen: boolean) => void;
}

/** Which deliveries a person has chosen. */
export function useChoice(): Choice {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    choose: (changed, chosen) =>
      setIds((known) => {
        const next = new Set(known);
        for (const id of changed) {
          if (chosen) next.add(id);
          else next.delete(id);
        }
        return next;
      }),
  };
}
