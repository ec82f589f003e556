import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWatchLoop } from './watchLoop.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function loopOf(waits: (number | null)[], isShown = () => true) {
  const turns: number[] = [];
  const loop = startWatchLoop(async () => {
    turns.push(performance.now());
    return waits.shift() ?? null;
  }, isShown);
  return { turns, loop };
}

test('it looks as often as it says, and not at all once it says so', async () => {
  const { turns, loop } = loopOf([1000, 5000, null]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(turns.map((at) => at - (turns[0] ?? 0))).toEqual([0, 1000, 6000]);
  loop.stop();
});

test('a poke is heard at once, but never sooner than a second after the last look', async () => {
  const { turns, loop } = loopOf([30_000, null, null]);
  await vi.advanceTimersByTimeAsync(400);
  loop.poke();
  loop.poke();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turns.map((at) => at - (turns[0] ?? 0))).toEqual([0, 1000]);
  loop.poke();
  await vi.advanceTimersByTimeAsync(0);
  expect(turns).toHaveLength(3);
  loop.stop();
});

test('nothing is asked while the page is hidden, and it goes on when it is shown again', async () => {
  let shown = true;
  const { turns, loop } = loopOf([1000, 1000, 1000], () => shown);
  await vi.advanceTimersByTimeAsync(500);
  shown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(turns).toHaveLength(1);
  shown = true;
  loop.poke();
  await vi.advanceTimersByTimeAsync(500);
  expect(turns).toHaveLength(2);
  loop.stop();
});

test('once stopped it does nothing more, also where a look was under way', async () => {
  const { turns, loop } = loopOf([1000, 1000]);
  await vi.advanceTimersByTimeAsync(100);
  loop.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turns).toHaveLength(1);
});
