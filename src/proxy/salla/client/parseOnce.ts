/** Longer ones are read each time: remembering them would weigh more than it saves. */
const maximumBytes = 256 * 1024;

/**
 * `read`, remembering what the newest `kept` texts read as. A list is asked for again and again (another tab,
 * going back, a look after a resend) and mostly answers the same text, and reading one costs more than all
 * else that the proxy does with it. Told apart as bytes, for decoding costs nearly as much as reading.
 * What is given back is shared: callers must not change it.
 */
export function parseOnce<T>(read: (bytes: Buffer) => T, kept: number): (bytes: Buffer) => T {
  const known: { bytes: Buffer; value: T }[] = [];
  return (bytes) => {
    if (bytes.length > maximumBytes) return read(bytes);
    const at = known.findIndex((entry) => entry.bytes.equals(bytes));
    const [found = { bytes, value: read(bytes) }] = at === -1 ? [] : known.splice(at, 1);
    // The first is always the one that was not asked for the longest.
    if (known.length === kept) known.shift();
    known.push(found);
    return found.value;
  };
}
