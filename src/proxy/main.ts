import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { stopOnSignals } from './runtime/stopSignals.ts';
import { parseSettings } from './settings.ts';
import { type Started, start } from './start.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

function sayWhere({ url, sandboxOrigin }: Started): void {
  say(`Invoice Desk is at ${url}`);
  if (sandboxOrigin === null) return;
  say(`  in Salla’s dashboard (sandbox)  ${sandboxOrigin}`);
  say(`  the customers’ mailbox          ${sandboxOrigin}/mailbox`);
  say(`  a storefront                    ${sandboxOrigin}/storefront`);
  say('To delete the sandbox’s data and start again: npm run fresh');
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

const read = parseSettings(process.env);
if ('mistakes' in read) {
  refuse(read.mistakes);
} else {
  try {
    const starting = start(read.settings);
    stopOnSignals(() => close(starting));
    sayWhere(await starting);
    giveBackMemory();
  } catch (error) {
    refuse([error instanceof Error ? error.message : String(error)]);
  }
}
