import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readSettings } from './settings.ts';
import { type Started, start } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

function sayWhere({ url, sandboxOrigin }: Started): void {
  say(`Invoice Desk is at ${url}`);
  if (sandboxOrigin === null) return;
  say(`  inside a Salla-like dashboard: ${sandboxOrigin}/`);
  say(`  the customers’ mailbox:        ${sandboxOrigin}/mailbox`);
}

/** The first signal stops cleanly; a second one does not wait. */
function stopOnSignal(starting: Promise<Started>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      close(starting).then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
}

/** What has begun to start is sending already: it is closed like the rest as soon as it stands. */
async function close(starting: Promise<Started>): Promise<void> {
  const started = await starting;
  await started.close();
}

/** Loading leaves tens of MB of garbage behind, which a process that has little to do would keep for good. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

const read = readSettings(process.env);
if ('mistakes' in read) {
  refuse(read.mistakes);
} else {
  try {
    const starting = start(read.settings);
    stopOnSignal(starting);
    sayWhere(await starting);
    giveBackMemory();
  } catch (error) {
    refuse([error instanceof Error ? error.message : String(error)]);
  }
}
