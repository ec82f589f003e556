import { hostname } from 'node:os';

/** Names this process among all that may share the database, so that others on this machine can tell when it is gone. */
export function processName(unique: string): string {
  return [hostname(), process.pid, unique].join('/');
}

/**
 * Whether the process of that name is known to have ended. Of another machine's that is never known, so its lease
 * has to run out; containers that share a database file need names of their own.
 */
export function isGone(owner: string): boolean {
  const [host, pid] = owner.split('/');
  if (host !== hostname()) return false;
  // Numbers are given again: what has ours now is us, and we ask only about others.
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 reaches nobody: it only asks whether there is someone to reach.
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
