/**
 * Runs a function that Node still calls experimental, without the line that Node would write about it: it would
 * stand between a person who starts the sandbox and the lines that say where it listens. `work` has to be
 * synchronous, so nothing else's warning is lost.
 */
export function withoutExperimentalWarning<Result>(work: () => Result): Result {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
