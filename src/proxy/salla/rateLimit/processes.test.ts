import { describe, expect, it } from 'vitest';
import { people, simulate, storeId } from '../../testing/rateLimitSimulation.ts';

/** Two processes on one store: this one sends, people come to the other, and what they do is told every second. */
function twoProcesses(perMinute: number, phase: number, clocksDifferMs = 0) {
  const simulation = simulate({
    perMinute,
    startsAt: Date.parse('2026-03-10T09:00:00Z') + phase,
  });
  const other = simulation.makePace();
  const tell = () => {
    const { browsedAt, refusedAt } = other.localActivity(storeId);
    const byItsClock = (at: number) => (at === 0 ? 0 : at + clocksDifferMs);
    simulation.rateLimiter.mergeRemote(storeId, {
      browsedAt: byItsClock(browsedAt),
      refusedAt: byItsClock(refusedAt),
    });
    simulation.clock.plan(1000, tell);
  };
  tell();
  let count = 0;
  const waver = () => ((count++ * 370 + phase) % 1400) - 700;
  return { simulation, other, browse: () => people(simulation, { by: other, waver }) };
}

describe('people at another process than the one that sends', { timeout: 60_000 }, () => {
  it.each([120, 360, 720])('wait no longer than 2 s at %i a minute', async (perMinute) => {
    for (const phase of [0, 150, 300, 450, 600, 750, 900]) {
      const { simulation, browse } = twoProcesses(perMinute, phase);
      const browsing = browse();
      await simulation.untilDone(simulation.sendAll(2 * perMinute));
      expect(browsing.met.length).toBeGreaterThan(20);
      expect(browsing.met.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
      expect(browsing.longestWait()).toBeLessThanOrEqual(2000);
      expect(simulation.arrivals.filter(({ outcome }) => outcome === 'blocked')).toEqual([]);
    }
  });

  it.each([-600_000, 600_000])(
    'wait no longer where the clocks of the two differ by %i ms',
    async (differ) => {
      const { simulation, browse } = twoProcesses(120, 0, differ);
      const browsing = browse();
      await simulation.untilDone(simulation.sendAll(240));
      expect(browsing.longestWait()).toBeLessThanOrEqual(2000);
    },
  );

  it('find their share there', async () => {
    const { simulation, browse } = twoProcesses(120, 0);
    browse();
    simulation.sendAll(1000);
    await simulation.clock.run(() => simulation.clock.passed() > 90_000);
    const ofBulk = simulation.arrivals.filter(
      ({ who, at }) => who === 'bulk' && at > 60_100 && at < 80_000,
    );
    expect(ofBulk.length).toBeLessThanOrEqual(108);
  });

  it('who come first when all is spent wait a second longer, until it is told that they are there', async () => {
    const { simulation, other } = twoProcesses(30, 0);
    simulation.sendAll(1000);
    await simulation.clock.run(() => simulation.clock.passed() > 10_000);
    const met = await simulation.untilDone(simulation.browse(other));
    expect(met).toMatchObject({ isAnswered: true });
    expect(met.waitedMs).toBeLessThanOrEqual(3300);
  });
});
