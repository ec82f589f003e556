/**
 * Finds a Chromium for the end-to-end tests and the bench: `CHROMIUM`, Playwright's own, Chrome's or
 * Debian's. Run as a script it installs one where there is none, or says in one line what to install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // missing, or not executable by us
    return false;
  }
}

/** The path of an executable Chromium, or null. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...(process.env.CHROMIUM ? [process.env.CHROMIUM] : []),
    chromium.executablePath(),
    ...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
  ];
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null;
}

/** Arguments of headless Chromium: no sandbox for root in a container, no background requests. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && run('apt-get', '--version')) {
    run('apt-get', 'update');
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
  } else {
    run('npx', 'playwright', 'install', 'chromium');
  }
}

if (import.meta.main) {
  if (findChromium() === null) install();
  const found = findChromium();
  if (found === null) {
    process.stderr.write(
      'The end-to-end tests need Chromium: install Chrome or Chromium, or name one in CHROMIUM=/path/to/chromium.\n',
    );
    process.exitCode = 1;
  } else {
    process.stdout.write(`Chromium for the end-to-end tests: ${found}\n`);
  }
}
