import { ConnectionReset } from '../../sandbox/faults.ts';
import { type SallaTransport, TransportError } from '../salla/client/transport.ts';

/** Salla in this process: the sandbox's function instead of the network. Every request counts as sent. */
export function sandboxTransport(fetch: (request: Request) => Promise<Response>): SallaTransport {
  return async ({ method, url, headers, body, signal, timeoutMs }) => {
    const ending = Promise.withResolvers<never>();
    const leave = new AbortController();
    const end = (kind: 'timeout' | 'aborted') => {
      ending.reject(new TransportError({ method, url }, kind, true));
      leave.abort();
    };
    const onAbort = () => end('aborted');
    const timer = setTimeout(end, timeoutMs, 'timeout');
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    const sent = typeof body === 'object' ? Buffer.concat(body.chunks) : (body ?? null);
    const request = new Request(url, { method, headers, body: sent, signal: leave.signal });
    try {
      const response = await Promise.race([ending.promise, fetch(request)]);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    } catch (error) {
      if (!(error instanceof ConnectionReset)) throw error;
      throw new TransportError({ method, url }, 'reset', true);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  };
}
