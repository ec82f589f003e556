import { describe, expect, it } from 'vitest';
import { neighbourStore } from './seed/stores.ts';
import { openSandbox } from './testing/openSandbox.ts';

async function statuses(
  { call }: ReturnType<typeof openSandbox>,
  count: number,
): Promise<number[]> {
  const answers: number[] = [];
  for (let turn = 0; turn < count; turn++) answers.push((await call('/admin/v2/orders/1')).status);
  return answers;
}

describe('the rate limit of a store', () => {
  it('counts down in every answer, and says when the minute is over', async () => {
    const salla = openSandbox();
    const first = await salla.call('/admin/v2/orders');
    expect(first.headers.get('X-RateLimit-Limit')).toBe('120');
    expect(first.headers.get('X-RateLimit-Remaining')).toBe('119');
    expect(first.headers.get('X-RateLimit-Reset')).toBe(String(salla.clock.at / 1000 + 60));
    const refused = await salla.call('/admin/v2/orders', { token: 'wrong' });
    expect(refused.headers.get('X-RateLimit-Limit')).toBe('120');
  });

  it('refuses what is past it, but one call a second, until the minute resets', async () => {
    const salla = openSandbox({ requestsPerMinute: 5 });
    expect(await statuses(salla, 6)).toEqual([404, 404, 404, 404, 404, 429]);
    const refused = await salla.call('/admin/v2/orders/1');
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect(refused.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(await refused.json()).toMatchObject({ status: 429, success: false });
    salla.clock.at += 999;
    expect(await statuses(salla, 1)).toEqual([429]);
    salla.clock.at += 1;
    expect(await statuses(salla, 2)).toEqual([404, 429]);
    salla.clock.at += 59_000;
    expect(await statuses(salla, 6)).toEqual([404, 404, 404, 404, 404, 429]);
  });

  it('lets exactly 59 more through over the rest of a minute', async () => {
    const salla = openSandbox();
    let passed = (await statuses(salla, 130)).filter((status) => status !== 429).length;
    expect(passed).toBe(120);
    for (let second = 1; second < 60; second++) {
      salla.clock.at += 1000;
      passed += (await statuses(salla, 2)).filter((status) => status !== 429).length;
    }
    expect(passed).toBe(179);
  });

  it('is each store its own', async () => {
    const salla = openSandbox({ requestsPerMinute: 1 });
    await statuses(salla, 2);
    const token = salla.sandbox.issueTokens({ storeId: neighbourStore.id }).access_token;
    expect((await salla.call('/admin/v2/orders', { token })).status).toBe(200);
  });

  it('blocks a store that does not stop asking, for a while', async () => {
    const salla = openSandbox({ requestsPerMinute: 1 });
    await statuses(salla, 202);
    const blocked = await salla.call('/admin/v2/orders');
    expect(blocked.status).toBe(403);
    expect(await blocked.json()).toMatchObject({ error: { code: 'forbidden' } });
    salla.clock.at += 61_000;
    expect(await statuses(salla, 1)).toEqual([404]);
  });

  it('follows the plan', async () => {
    const salla = openSandbox({ requestsPerMinute: 1 });
    await salla.post('/_sandbox/plan', { perMinute: 3 });
    expect(await statuses(salla, 4)).toEqual([404, 404, 404, 429]);
  });
});
