import { isFields, text } from './fields.ts';

/** Asks the sandbox to do something; null when it could not. */
export async function post(path: string, body: unknown = {}): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!answer?.ok) return null;
  // Some of the sandbox's answers are empty: done is done.
  return answer.json().catch(() => ({}));
}

/** A new token for the frame; one that lives less than a second is expired from the start. */
export async function newToken(lifetimeSeconds: number | undefined): Promise<string> {
  const answer = await post('/dashboard-page/token', { lifetimeSeconds });
  const token = isFields(answer) ? text(answer, 'token') : null;
  if (token === null) throw new Error('The sandbox gave no token');
  return token;
}
