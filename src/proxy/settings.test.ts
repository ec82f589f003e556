import { describe, expect, it } from 'vitest';
import { parseSettings } from './settings.ts';

const app = {
  SALLA_CLIENT_ID: 'id',
  SALLA_CLIENT_SECRET: 'secret',
  SALLA_APP_ID: '7',
  SALLA_WEBHOOK_SECRET: 'hook',
};

const mistakesOf = (environment: Record<string, string>) => {
  const read = parseSettings(environment);
  return 'mistakes' in read ? read.mistakes : [];
};

const settingsOf = (environment: Record<string, string>) => {
  const read = parseSettings(environment);
  if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
  return read.settings;
};

describe('settings', () => {
  it('has a default for everything', () => {
    expect(settingsOf({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      app: null,
      webhookStrategy: 'signature',
      sallaApiUrl: null,
      sallaAccountsUrl: null,
      sallaIntrospectUrl: null,
      frameAncestors: ['https://s.salla.sa'],
      databaseUrl: 'sqlite:./data/sandbox.db',
      secretKey: undefined,
      logLevel: 'warn',
      holdBackMinutes: 10,
      undoSeconds: 5,
      metricsToken: null,
      sandboxPort: 3100,
      sandboxOrders: 240,
      sandboxOrderList: 'full',
    });
  });

  it('keeps the data of real stores in another file than the sandbox’s, and logs their requests', () => {
    expect(settingsOf(app)).toMatchObject({
      databaseUrl: 'sqlite:./data/invoice-desk.db',
      logLevel: 'info',
    });
  });

  it('has no room for proxy and sandbox at one port', () => {
    expect(mistakesOf({ PORT: '4000', SANDBOX_PORT: '4000' })).toEqual([
      'SANDBOX_PORT must be another one than PORT.',
    ]);
    expect(mistakesOf({ ...app, PORT: '4000', SANDBOX_PORT: '4000' })).toEqual([]);
    expect(mistakesOf({ PORT: '0', SANDBOX_PORT: '0' })).toEqual([]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(settingsOf({ PORT: '', PUBLIC_URL: ' ', SALLA_CLIENT_ID: '' }).port).toBe(3000);
  });

  it('takes a trailing slash off addresses', () => {
    const settings = settingsOf({
      PUBLIC_URL: 'https://desk.example/',
      SALLA_API_URL: 'http://x/v2/',
    });
    expect(settings.publicUrl).toBe('https://desk.example');
    expect(settings.sallaApiUrl).toBe('http://x/v2');
  });

  it('reads several frame ancestors', () => {
    const { frameAncestors } = settingsOf({
      FRAME_ANCESTORS: 'https://s.salla.sa, https://*.salla.group',
    });
    expect(frameAncestors).toEqual(['https://s.salla.sa', 'https://*.salla.group']);
  });

  it('reads a whole Salla app', () => {
    expect(settingsOf(app).app).toEqual({
      clientId: 'id',
      clientSecret: 'secret',
      appId: '7',
      webhookSecret: 'hook',
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'desk.example'],
    ['PUBLIC_URL', 'https://desk.example/app'],
    ['PUBLIC_URL', 'ftp://desk.example'],
    ['SALLA_API_URL', 'nonsense'],
    ['SALLA_WEBHOOK_STRATEGY', 'none'],
    ['FRAME_ANCESTORS', "https://s.salla.sa; script-src 'unsafe-inline'"],
    ['DATABASE_URL', 'postgres://localhost'],
    ['DATABASE_URL', 'postgres://localhost:99999/desk'],
    ['DATABASE_URL', 'postgres:desk'],
    ['DATABASE_URL', 'postgres://localhost/desk?sslmode=maybe'],
    ['DATABASE_URL', 'mysql://localhost/desk'],
    ['DATABASE_URL', 'sqlite:'],
    ['SECRET_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['SANDBOX_ORDERS', '0'],
    ['SANDBOX_ORDERS', '100001'],
    ['SALLA_CLIENT_SECRET', 'secret'],
    ['SALLA_APP_ID', '7'],
    ['SALLA_WEBHOOK_SECRET', 'hook'],
  ])('refuses %s=%s in one sentence that names it', (name, value) => {
    const mistakes = mistakesOf({ [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(name);
    expect(mistakes[0]).toMatch(/^[A-Z_]+ .+\.$/);
  });

  it('names every part of the Salla app that is missing', () => {
    expect(mistakesOf({ SALLA_CLIENT_ID: 'id' }).map((mistake) => mistake.split(' ')[0])).toEqual([
      'SALLA_CLIENT_SECRET',
      'SALLA_APP_ID',
      'SALLA_WEBHOOK_SECRET',
    ]);
  });

  it.each([
    ['postgres://desk:secret@db.example:5432/desk?sslmode=verify-full'],
    ['postgresql://db/desk'],
    ['postgres:///desk?host=/var/run/postgresql'],
  ])('takes %s, and needs a SECRET_KEY with it', (url) => {
    const secret = 'a secret of many letters';
    const read = parseSettings({ DATABASE_URL: url, SECRET_KEY: secret });
    expect(read).toMatchObject({ settings: { databaseUrl: url, secretKey: secret } });
    expect(mistakesOf({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^SECRET_KEY .+\.$/)]);
  });

  it('never repeats a secret in a sentence', () => {
    const address = 'postgres://desk:hush@db.example:99999/desk';
    expect(mistakesOf({ DATABASE_URL: address }).join()).not.toContain('hush');
    expect(mistakesOf({ SECRET_KEY: 'hush' }).join()).not.toContain('hush');
  });
});
