import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** What a token is good for: one made for one purpose is refused for another. */
type Purpose = 'session' | 'sign-in';

/** Short texts in a signature of ours, with an end (JWT, HS256). */
export interface SignedTokens {
  /** `expiresAt` in epoch ms. */
  sign(purpose: Purpose, claims: Record<string, string>, expiresAt: number): Promise<string>;
  /** The claims; null where the token is not ours, not for this purpose, or has ended. */
  read(purpose: Purpose, token: string): Promise<Record<string, string> | null>;
}

/** Tokens whose signature was found good before: checking it again would tell nothing new. */
const remembered = 1000;

const Payload = z.object({ claims: z.record(z.string(), z.string()), exp: z.number() });
type Payload = z.infer<typeof Payload>;

export function createSignedTokens(key: Uint8Array, now: () => number): SignedTokens {
  const known = new Map<string, Payload>();

  async function verify(purpose: Purpose, token: string): Promise<Payload | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: purpose,
        currentDate: new Date(now()),
      });
      return Payload.parse(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  return {
    sign: (purpose, claims, expiresAt) =>
      new SignJWT({ claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(purpose)
        .setExpirationTime(Math.floor(expiresAt / 1000))
        .sign(key),
    async read(purpose, token) {
      const name = `${purpose} ${token}`;
      const payload = known.get(name) ?? (await verify(purpose, token));
      if (payload === null || payload.exp * 1000 <= now()) return null;
      if (known.size >= remembered) known.clear();
      known.set(name, payload);
      return payload.claims;
    },
  };
}
