import { Pool } from 'undici';

export type Load = { p50: number; p95: number; p99: number; perSecond: number };

/**
 * Asks a URL by `connections` callers, each as soon as its last answer is whole, for `seconds`; the first
 * second is thrown away. Gives latencies in ms and answers a second; throws on any answer but 200.
 */
export async function load(
  url: string,
  options: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<Load> {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections: options.connections });
  const started = performance.now();
  const measuredFrom = started + 1000;
  const end = measuredFrom + options.seconds * 1000;
  const times: number[] = [];
  const caller = async () => {
    while (performance.now() < end) {
      const asked = performance.now();
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: pathname + search,
        headers: options.headers ?? {},
      });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
      if (asked >= measuredFrom) times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, caller));
  await pool.close();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: times.length / options.seconds };
}
