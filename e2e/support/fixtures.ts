/**
 * Fixtures of every end-to-end test: one server (proxy and sandbox) per worker, the sandbox as seeded
 * before each test, and a page that fails its test on a console error, a page error or a CSP violation.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from './chromium.ts';
import { type Sandbox, sandboxAt } from './sandbox.ts';
import { type Server, startServer } from './startServer.ts';

/** Fails the test on console errors and warnings of a watched context, except expected ones. */
type ConsoleGuard = {
  watch: (context: BrowserContext) => void;
  /** For example the browser's own line for a 500. */
  expectConsole: (pattern: RegExp) => void;
};

function consoleGuardInto(problems: string[], expected: RegExp[]): ConsoleGuard {
  return {
    watch(context) {
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => {
        problems.push(`page error: ${error.error().stack ?? error.error().message}`);
      });
    },
    expectConsole: (pattern) => expected.push(pattern),
  };
}

/** A browser profile that blocks third-party cookies and storage, as many browsers do in Salla's frame. */
async function strictProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'Default'));
  await writeFile(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }),
  );
}

export const test = base.extend<
  { sandbox: Sandbox; strictPage: Page; consoleGuard: ConsoleGuard },
  { server: Server }
>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright derives a fixture's dependencies from this pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  sandbox: [
    async ({ server }, use) => {
      const sandbox = sandboxAt(server.sandboxUrl);
      // An uninstall deletes the store's data: deliveries of an earlier test are gone.
      await sandbox.uninstallFrom(server.url);
      await sandbox.reset();
      await sandbox.webhook('app.store.authorize');
      await sandbox.plan(10_000);
      await use(sandbox);
    },
    { auto: true },
  ],

  consoleGuard: [
    async ({ context }, use) => {
      const problems: string[] = [];
      const expected: RegExp[] = [];
      const guard = consoleGuardInto(problems, expected);
      guard.watch(context);
      await use(guard);
      const stray = problems.filter((problem) => !expected.some((one) => one.test(problem)));
      if (stray.length > 0) throw new Error(`The page logged errors:\n${stray.join('\n')}`);
    },
    { auto: true },
  ],

  strictPage: async ({ consoleGuard }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'invoice-server-profile-'));
    await strictProfile(folder);
    const executablePath = findChromium();
    const context = await chromium.launchPersistentContext(folder, {
      args: chromiumArguments,
      viewport: { width: 1440, height: 900 },
      ...(executablePath && { executablePath }),
    });
    consoleGuard.watch(context);
    await use(await context.newPage());
    await context.close();
    await rm(folder, { recursive: true, force: true });
  },
});
