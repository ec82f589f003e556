const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];
const loopbackAddresses = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Whether the controls may answer: to this machine alone, and to no page of another site in a browser on it
 * (which would show by its `Origin`, or by a name that it made resolve to this machine).
 */
export function mayControl(
  request: Request,
  own: string,
  peerAddress: string | undefined,
): boolean {
  if (peerAddress !== undefined && !loopbackAddresses.test(peerAddress)) return false;
  const { host, hostname } = new URL(request.url);
  if (!loopbackHosts.includes(hostname) && host !== new URL(own).host) return false;
  const origin = request.headers.get('Origin');
  return origin === null || origin === own || origin === `http://${host}`;
}
