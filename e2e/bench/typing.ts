import type { Locator, Page } from '@playwright/test';

/** How long keys took from the press to the paint that shows them, in ms: INP's measure, by 8. */
export type Typing = { p98: number; p50: number };

/** Below it the browser tells nothing of a key, in ms. */
const unnoticed = 16;

/** From now on notes, in the page, how long each key took. */
function watchKeys(): void {
  const slowest = new Map<number, number>();
  const events = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('interactionId' in entry) || !entry.name.startsWith('key')) continue;
      const key = Number(entry.interactionId);
      if (key > 0) slowest.set(key, Math.max(slowest.get(key) ?? 0, entry.duration));
    }
    document.documentElement.dataset.keys = JSON.stringify([...slowest.values()]);
  }).observe(events);
}

/** Types each text over what its input holds, as a quick typist, on a CPU 4x slower. */
export async function timeTyping(
  page: Page,
  typed: readonly (readonly [Locator, string])[],
): Promise<Typing> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(watchKeys);
  for (const [input, text] of typed) {
    // Without a key: one that changes nothing on the screen waits long for its paint.
    await input.selectText();
    await page.keyboard.type(text, { delay: 120 });
  }
  // The last keys are told of after their paint.
  await page.waitForTimeout(500);
  const keys: unknown = JSON.parse(
    (await page.evaluate(() => document.documentElement.dataset.keys)) ?? '[]',
  );
  const times = Array.isArray(keys) ? keys.map(Number).sort((one, other) => other - one) : [];
  const count = typed.reduce((sum, [, text]) => sum + text.length, 0);
  const at = (share: number) => times[Math.floor(count * share)] ?? unnoticed;
  return { p98: at(0.02), p50: at(0.5) };
}
