import type { Watched } from './Host.ts';

/** A watched value that its owner can set. */
export interface WatchedValue<Value> extends Watched<Value> {
  set: (value: Value) => void;
}

export function watched<Value>(initial: Value): WatchedValue<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
