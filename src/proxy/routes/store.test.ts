import { describe, expect, it } from 'vitest';
import { Store } from '../../contract/store.ts';
import { upsertIssuance } from '../storage/issuance.ts';
import { demoStoreId, openInstalledApp, openTestApp, secondStoreId } from '../testing/testApp.ts';

describe('the store', () => {
  it('is the session’s, and nothing is said of its setting before an answer has shown it', async () => {
    const staff = await (await openInstalledApp()).openFrame();
    const { status, body } = await staff.get('/api/store');
    expect(status).toBe(200);
    expect(Store.parse(body.data)).toEqual({
      id: demoStoreId,
      name: expect.any(String),
      undoSeconds: 5,
      issuance: null,
    });
  });

  it('has the setting that was learned last, and when', async () => {
    const desk = await openInstalledApp();
    const staff = await desk.openFrame();
    await upsertIssuance(desk.database, demoStoreId, 'salla', desk.now());
    desk.pass(60_000);
    await upsertIssuance(desk.database, demoStoreId, 'custom', desk.now());
    await upsertIssuance(desk.database, secondStoreId, 'default_provider', desk.now());
    expect((await staff.get('/api/store')).body.data.issuance).toEqual({
      setting: 'custom',
      learnedAt: '2026-03-10T09:01:00.000Z',
    });
  });

  it('keeps it over a reinstall', async () => {
    const desk = await openInstalledApp();
    await upsertIssuance(desk.database, demoStoreId, 'salla', desk.now());
    await desk.sandbox.install();
    const staff = await desk.openFrame();
    expect((await staff.get('/api/store')).body.data.issuance.setting).toBe('salla');
  });

  it('is for who is signed in', async () => {
    const answer = await (await openTestApp()).fetch('/api/store');
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'unauthenticated']);
  });
});
