import { once } from 'node:events';
import { createServer } from 'node:http';
import { Socket } from 'node:net';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createSandbox } from './createSandbox.ts';
import { ConnectionReset } from './faults.ts';
import type { OrderListFormat } from './merchantApi/orderWire.ts';
import type { Sandbox } from './sandbox.ts';

export interface StartSandboxOptions {
  /** 0 takes any free port. */
  port: number;
  orders?: number;
  seed?: number;
  secret?: string | Uint8Array;
  appUrl: string;
  framedAppUrl: string;
  webhookStrategy?: 'signature' | 'token';
  orderListFormat?: OrderListFormat;
}

export interface RunningSandbox {
  /** `http://localhost:PORT` */
  origin: string;
  sandbox: Sandbox;
  close(): Promise<void>;
}

/** Listens on loopback. A fault that breaks the connection resets the socket. Throws where the port is taken. */
export async function startSandbox(options: StartSandboxOptions): Promise<RunningSandbox> {
  const { port, ...rest } = options;
  let sandbox: Sandbox | null = null;

  // Whoever gets a broken connection has no answer to be given.
  const answer = async (request: Request, bindings: HttpBindings | Http2Bindings) => {
    const { socket } = bindings.incoming;
    try {
      if (sandbox === null) return new Response(null, { status: 503 });
      return await sandbox.fetch(request, socket.remoteAddress);
    } catch (error) {
      if (!(error instanceof ConnectionReset)) throw error;
      if (socket instanceof Socket) socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    }
  };

  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const origin = `http://localhost:${listening}`;
  const started = createSandbox({ ...rest, origin });
  sandbox = started;

  return {
    origin,
    sandbox: started,
    close: async () => {
      started.close();
      const closed = once(server, 'close');
      server.close();
      // Calls that a fault keeps hanging would never end by themselves.
      server.closeAllConnections();
      await closed;
    },
  };
}
