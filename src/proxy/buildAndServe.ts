/**
 * `npm start`: builds the dashboard, then serves it in this process, so that nothing but npm stands between a signal and the proxy.
 * The build is a process of its own: its memory is given back.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { stopOnSignals } from './runtime/stopSignals.ts';

const root = resolve(import.meta.dirname, '../..');
const vite = resolve(root, 'node_modules/vite/bin/vite.js');

const build = spawn(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' });
const built = once(build, 'exit');
const stopListening = stopOnSignals(async () => {
  build.kill();
  await built;
});
const [code] = await built;
stopListening();
if (code === 0) await import('./main.ts');
else process.exitCode = 1;
