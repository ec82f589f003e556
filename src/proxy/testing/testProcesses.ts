import { openSandbox, spawnProxy, staffOf } from './serverProcess.ts';

/** Several proxy processes on one database and one sandbox, and a staff member whom any of them answers. */
export async function openProcesses({ databaseUrl, size }: { databaseUrl: string; size: number }) {
  const salla = await openSandbox({ orders: 1400 });
  const environment = { ...salla.environment, DATABASE_URL: databaseUrl };
  const spawn = () => {
    const proxy = spawnProxy(environment);
    const url = proxy.url();
    // One that is killed before it listens is not asked again.
    url.catch(() => {});
    return { ...proxy, url };
  };
  let fleet = Array.from({ length: size }, spawn);
  const [first = ''] = await Promise.all(fleet.map(({ url }) => url));

  /** Any living one answers, as behind a reverse proxy that tries the next one. */
  async function reach(path: string, init?: RequestInit): Promise<Response> {
    let why: unknown;
    for (let tries = 0; tries < 50; tries += 1) {
      const proxy = fleet[tries % fleet.length];
      try {
        const answer = await fetch((await proxy?.url) + path, init);
        return new Response(await answer.text(), answer);
      } catch (error) {
        why = error;
      }
    }
    throw why;
  }

  return {
    sandbox: salla.sandbox,
    staff: await staffOf(salla.running, first, reach),
    /** Kills one of them and starts another in its place. */
    kill: async (index: number) => {
      const killed = fleet[index % fleet.length];
      killed?.child.kill('SIGKILL');
      await killed?.ended;
      fleet = [...fleet.filter((proxy) => proxy !== killed), spawn()];
    },
    close: async () => {
      for (const { child } of fleet) child.kill('SIGKILL');
      await Promise.all(fleet.map(({ ended }) => ended));
      await salla.running.close();
    },
  };
}
