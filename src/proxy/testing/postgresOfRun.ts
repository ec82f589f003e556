import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type RunningPostgres, startPostgres } from './startPostgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Returns the URL of this run's Postgres; starts it on the first request. */
    postgres: string;
  }
}

/** One Postgres for all tests of a run, started only if a test needs it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<RunningPostgres> | null = null;
  const desk = createServer(async (_, answer) => {
    starting ??= startPostgres();
    try {
      answer.end((await starting).url);
    } catch (error) {
      answer.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const address = desk.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  project.provide('postgres', `http://127.0.0.1:${address.port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    const running = await starting?.catch(() => null);
    await running?.stop();
  };
}
