import { describe, expect, it } from 'vitest';
import { demoStore } from './seed/stores.ts';
import { openSandbox } from './testing/openSandbox.ts';

const path = '/exchange-authority/v1/introspect';

function question(token: string, changes: object = {}, source = '1000'): RequestInit {
  const body = { token, env: 'prod', iss: 'merchant-dashboard', subject: 'embedded-page' };
  return {
    method: 'POST',
    headers: { 'S-Source': source, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, ...changes }),
  };
}

const rejected = {
  status: 401,
  success: false,
  error: { message: 'Decryption failed', code: 0 },
};

describe('introspection', () => {
  it('says whose an embedded token is, and until when', async () => {
    const salla = openSandbox();
    const token = salla.sandbox.issueEmbeddedToken({ expiresInSeconds: 300 });
    expect(await salla.json(path, question(token))).toEqual({
      status: 200,
      success: true,
      data: {
        merchant_id: demoStore.id,
        user_id: demoStore.staff[0].id,
        exp: '2026-11-22T09:05:00.000Z',
      },
    });
  });

  it('rejects a token that is unknown or expired', async () => {
    const salla = openSandbox();
    expect(await salla.json(path, question('forged'))).toEqual(rejected);
    const token = salla.sandbox.issueEmbeddedToken({ expiresInSeconds: 300 });
    salla.clock.at += 300_000;
    expect(await salla.json(path, question(token))).toEqual(rejected);
    const expired = salla.sandbox.issueEmbeddedToken({ expiresInSeconds: -1 });
    expect(await salla.json(path, question(expired))).toEqual(rejected);
  });

  it('needs the token alone, from a page of any site as well', async () => {
    const salla = openSandbox();
    const body = JSON.stringify({ token: salla.sandbox.issueEmbeddedToken() });
    const headers = { Origin: 'https://app.example' };
    const answer = await salla.call(path, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const asked = {
      ...headers,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 's-source,content-type',
    };
    const preflight = await salla.call(path, { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('s-source,content-type');
  });

  it('rejects another app, and a body that is not as documented', async () => {
    const salla = openSandbox();
    const token = salla.sandbox.issueEmbeddedToken();
    expect(await salla.json(path, question(token, {}, '2000'))).toEqual(rejected);
    expect(await salla.json(path, question(token, { subject: 'page' }))).toEqual(rejected);
    expect(await salla.json(path, { ...question(token), body: 'nonsense' })).toEqual(rejected);
  });
});
