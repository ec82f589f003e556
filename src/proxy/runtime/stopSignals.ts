/** What asks a process to end: `kill`, Ctrl-C, and a terminal that is closed. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Ctrl-C reaches every process of the terminal, and each npm passes it on as well: within this it is one press. */
const onePressMs = 2000;

/**
 * Calls `stop` at the first signal and ends the process with 0 when it has resolved. A signal later than the same press
 * ends the process at once. Returns what takes the handlers off again.
 */
export function stopOnSignals(stop: () => Promise<void>): () => void {
  let stoppingSince: number | null = null;
  const heard = () => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > onePressMs) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}
