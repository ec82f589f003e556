import type { TestApp } from './testApp.ts';

/** Advances the time second by second, as dispatchers poll, until `isSo`; returns how many seconds that took. */
export async function advanceTime(
  desks: readonly TestApp[],
  seconds: number,
  isSo: () => boolean = () => false,
): Promise<number> {
  for (let passed = 0; passed < seconds; passed += 1) {
    if (isSo()) return passed;
    for (const desk of desks) {
      desk.pass(1000);
      desk.alarm()?.ring();
    }
    await Promise.all(desks.map((desk) => desk.dispatcher.idle()));
  }
  return seconds;
}
