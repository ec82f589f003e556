/** Longer texts are read each time: remembering them would weigh more than it saves. */
const maximumLength = 256 * 1024;

/**
 * `read`, remembering what the newest `kept` texts read as. A list is asked for again and again (another tab,
 * going back, a look after a resend) and mostly answers the same text, and reading one costs more than all
 * else that the proxy does with it. What is given back is shared: callers must not change it.
 */
export function readOnce<T>(read: (text: string) => T, kept: number): (text: string) => T {
  const known = new Map<string, { value: T }>();
  return (text) => {
    if (text.length > maximumLength) return read(text);
    const found = known.get(text) ?? { value: read(text) };
    // Moved to the end: the first is always the one that was not asked for the longest.
    known.delete(text);
    known.set(text, found);
    for (const oldest of known.keys()) {
      if (known.size <= kept) break;
      known.delete(oldest);
    }
    return found.value;
  };
}
