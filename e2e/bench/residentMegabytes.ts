import { readFileSync, writeFileSync } from 'node:fs';

function statusMegabytes(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  const found = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) / 1024;
}

/** The resident memory of a process in MB, as Linux tells it. */
export function residentMegabytes(pid: number): number {
  return statusMegabytes(pid, 'VmRSS');
}

/** By how many MB the resident memory of a process grows at the most while something is done. */
export async function growthWhile(pid: number, work: () => Promise<void>): Promise<number> {
  // Linux begins to count the peak anew.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const before = residentMegabytes(pid);
  await work();
  return statusMegabytes(pid, 'VmHWM') - before;
}
