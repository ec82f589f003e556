import { z } from 'zod';
import { failureOf, failureOfTransport, isFromGateway, isSuccess } from '../client/answers.ts';
import { SallaFailure } from '../client/failure.ts';
import { parseJsonText } from '../client/refusal.ts';
import { type SallaTransport, TransportError } from '../client/transport.ts';
import { parseId } from '../parse/parseNumber.ts';

const timeoutMs = 30_000;

/** Who opened the embedded page, by Salla's word alone. `expiresAt` in epoch ms. */
interface EmbeddedIdentity {
  storeId: number;
  userId: number;
  expiresAt: number;
}

/** Asks Salla whose embedded token this is. Throws SallaFailure `token_rejected`, `salla_unavailable` or `salla_timeout`. */
export type Introspect = (token: string) => Promise<EmbeddedIdentity>;

export interface IntrospectDeps {
  introspectUrl: string;
  appId: string;
  transport: SallaTransport;
  now: () => number;
}

const WireIdentity = z.object({
  success: z.literal(true),
  data: z.object({ merchant_id: z.unknown(), user_id: z.unknown(), exp: z.string() }),
});

export function createIntrospect(parts: IntrospectDeps): Introspect {
  const { introspectUrl, appId, transport, now } = parts;
  return async (token) => {
    const answer = await transport({
      method: 'POST',
      url: introspectUrl,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        's-source': appId,
      },
      body: JSON.stringify({
        token,
        env: 'prod',
        iss: 'merchant-dashboard',
        subject: 'embedded-page',
      }),
      timeoutMs,
    }).catch((error: unknown) => {
      throw error instanceof TransportError ? failureOfTransport(error) : error;
    });
    if (isFromGateway(answer)) throw new SallaFailure('salla_unavailable');
    if ([400, 401, 422].includes(answer.status)) throw new SallaFailure('token_rejected');
    if (!isSuccess(answer)) throw failureOf(answer, now());
    const identity = readIdentity(parseJsonText(answer));
    if (identity.expiresAt <= now()) throw new SallaFailure('token_rejected');
    return identity;
  };
}

function readIdentity(json: unknown): EmbeddedIdentity {
  const parsed = WireIdentity.safeParse(json);
  if (!parsed.success) throw new SallaFailure('salla_unavailable');
  const { merchant_id, user_id, exp } = parsed.data.data;
  const storeId = parseId(merchant_id);
  const userId = parseId(user_id);
  const expiresAt = Date.parse(exp);
  if (storeId === null || userId === null || Number.isNaN(expiresAt)) {
    throw new SallaFailure('salla_unavailable');
  }
  return { storeId, userId, expiresAt };
}
