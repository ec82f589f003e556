import { z } from 'zod';
import type { sandboxAt } from '../support/sandbox.ts';

/** Opens a session as the page inside Salla's frame does, and gives its Authorization header. */
export async function signInEmbedded(
  url: string,
  sandbox: ReturnType<typeof sandboxAt>,
): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: await sandbox.embeddedToken() }),
  });
  const { sessionToken } = z.object({ sessionToken: z.string() }).parse(await response.json());
  return `Bearer ${sessionToken}`;
}
