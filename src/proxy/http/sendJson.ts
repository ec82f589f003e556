import { chooseEncoding, encodeFast } from './compression.ts';
import type { RequestContext } from './requestEnv.ts';

/** Below this, headers weigh more than what compression saves. */
const worthEncodingBytes = 1024;

/**
 * A JSON answer, compressed if the client accepts it and it is worth it. The type says which endpoint answers:
 * `sendJson<AnswerOf<typeof endpoints.store>>(…)`; without one nothing is accepted.
 */
export async function sendJson<Answer = never>(
  context: RequestContext,
  answer: NoInfer<Answer>,
  status: 200 | 201 | 202 = 200,
): Promise<Response> {
  const text = JSON.stringify(answer);
  const headers = { 'Content-Type': 'application/json', Vary: 'Accept-Encoding' };
  const encoding = chooseEncoding(context.req.header('accept-encoding'));
  if (encoding === null || text.length < worthEncodingBytes) {
    return context.body(text, status, headers);
  }
  const encoded = await encodeFast(Buffer.from(text), encoding);
  return context.body(encoded, status, { ...headers, 'Content-Encoding': encoding });
}
