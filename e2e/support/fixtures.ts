/**
 * What every end-to-end test stands on: one desk (proxy and sandbox) per worker, the sandbox as seeded
 * before each test, and a page that fails its test on a console error, a page error or a CSP violation.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from './chromium.ts';
import { type Desk, startDesk } from './desk.ts';
import { type Sandbox, sandboxAt } from './sandbox.ts';

/** Fails the test on what a watched context's pages complain of, but for what a test provokes on purpose. */
type ConsoleGuard = {
  watch: (context: BrowserContext) => void;
  /** Such as the browser's own line for a 500. */
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

/** A browser profile that blocks third-party cookies and storage, as Salla's frame has them in many browsers. */
async function strictProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'Default'));
  await writeFile(
    join(folder, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }),
  );
}

export const test = base.extend<
  { sandbox: Sandbox; strictPage: Page; consoleGuard: ConsoleGuard },
  { desk: Desk }
>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off this pattern
    async ({}, use) => {
      const desk = await startDesk();
      await use(desk);
      await desk.stop();
    },
    { scope: 'worker' },
  ],

  sandbox: [
    async ({ desk }, use) => {
      const sandbox = sandboxAt(desk.sandboxUrl);
      // Uninstalling makes the proxy forget the store: deliveries of an earlier test are gone with it.
      await sandbox.uninstallFrom(desk.url);
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
      if (stray.length > 0) throw new Error(`The page complained:\n${stray.join('\n')}`);
    },
    { auto: true },
  ],

  strictPage: async ({ consoleGuard }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'invoice-desk-profile-'));
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
