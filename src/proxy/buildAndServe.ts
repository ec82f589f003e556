/**
 * `npm start`: builds the dashboard, then serves it in this process, so that signals reach the proxy through npm alone.
 * The build is a process of its own: its memory is given back. Its output is shown only if it fails.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { stopOnSignals } from './runtime/stopSignals.ts';

const root = resolve(import.meta.dirname, '../..');
const vite = resolve(root, 'node_modules/vite/bin/vite.js');

process.stdout.write('Building the dashboard …\n');
const build = spawn(process.execPath, [vite, 'build'], { cwd: root });
const output: Buffer[] = [];
for (const stream of [build.stdout, build.stderr]) {
  stream.on('data', (chunk: Buffer) => output.push(chunk));
}
const built = once(build, 'close');
const stopListening = stopOnSignals(async () => {
  build.kill();
  await built;
});
const [code] = await built;
stopListening();
if (code === 0) {
  await import('./main.ts');
} else {
  process.stderr.write(Buffer.concat(output));
  process.exitCode = 1;
}
