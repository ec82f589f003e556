/** `npm run fresh`: deletes the sandbox's data, then does what `npm start` does. The data of real stores is in another file. */
import { rmSync } from 'node:fs';
import { parseSettings, sandboxDatabaseUrl } from './settings.ts';
import { addressOf } from './storage/address.ts';

const read = parseSettings(process.env);
const address = addressOf(sandboxDatabaseUrl);
if ('mistakes' in read) {
  process.stderr.write(`${read.mistakes.join('\n')}\n`);
  process.exitCode = 1;
} else if (read.settings.databaseUrl !== sandboxDatabaseUrl || address.engine === 'postgres') {
  process.stderr.write(
    'npm run fresh deletes ./data/sandbox.db alone: run it without SALLA_CLIENT_ID and DATABASE_URL.\n',
  );
  process.exitCode = 1;
} else {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${address.file}${ending}`, { force: true });
  await import('./buildAndServe.ts');
}
