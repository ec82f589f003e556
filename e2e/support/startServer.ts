/** Starts Invoice Desk as a process: the proxy with the sandbox beside it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export type Server = {
  /** The dashboard in a tab, `http://localhost:PORT`. */
  url: string;
  /** The same proxy for Salla's frame: another site than the sandbox's `localhost`. */
  framedUrl: string;
  sandboxUrl: string;
  pid: number;
  /** Everything the process wrote to stdout and stderr. */
  output: () => string;
  /** Stops the process with SIGTERM and returns its exit code. */
  stop: () => Promise<number | null>;
};

/** A port that is free now, on loopback. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.number() }).parse(server.address());
  await new Promise((resolve) => server.close(resolve));
  return address.port;
}

/** Waits for the line with the address: the port answers earlier, before the demo store is installed. */
async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!output().includes('Invoice Desk is at')) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`Invoice Desk did not start:\n${output()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Starts a server on free ports with an empty database of its own; `settings` are environment variables. */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'invoice-server-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const chunks: string[] = [];
  const output = () => chunks.join('');
  const child = spawn(process.execPath, ['--liftoff-only', 'src/proxy/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DATABASE_URL: `sqlite:${join(folder, 'invoice-server.db')}`,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (data: Buffer) => chunks.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => chunks.push(data.toString()));
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const code = await exited;
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  const url = `http://localhost:${port}`;
  try {
    await untilReady(child, output);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    framedUrl: `http://127.0.0.1:${port}`,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    pid: child.pid ?? 0,
    output,
    stop,
  };
}
