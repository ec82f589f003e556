import { ConnectionReset } from '../../sandbox/faults.ts';
import { type SallaTransport, TransportError } from './transport.ts';

/** Salla in this process: the sandbox's function in place of the network. */
export function sandboxTransport(fetch: (request: Request) => Promise<Response>): SallaTransport {
  return async ({ method, url, headers, body, signal, timeoutMs }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const until = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
      const request = new Request(url, { method, headers, body: body ?? null, signal: until });
      const response = await fetch(request);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    } catch (error) {
      if (signal?.aborted) throw new TransportError({ method, url }, 'aborted', true);
      if (timeout.aborted) throw new TransportError({ method, url }, 'timeout', true);
      if (!(error instanceof ConnectionReset)) throw error;
      throw new TransportError({ method, url }, 'reset', true);
    }
  };
}
