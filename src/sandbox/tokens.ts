import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const day = 24 * 60 * 60;
/** Seconds. Salla's `expires_in` is one less than 14 days. */
const lifetimes = { access: 14 * day - 1, refresh: 30 * day, code: 10 * 60 };

/** What a token stands for. */
interface Grant {
  storeId: number;
  userId: number;
  scopes: readonly string[];
}

/** A pair as the install webhook delivers it; `expires` is Unix seconds, not a duration. */
export interface TokenPair {
  access_token: string;
  refresh_token?: string;
  expires: number;
  scope: string;
  token_type: 'bearer';
}

/** One install or sign-in: its tokens of every generation but the newest are spent. */
interface Chain {
  id: string;
  grant: Grant;
  revoked: boolean;
  generation: number;
}

const Content = z.object({
  store: z.number(),
  user: z.number(),
  scopes: z.array(z.string()),
  chain: z.string(),
  generation: z.number(),
  /** Epoch milliseconds. */
  issued: z.number(),
  /** Unix seconds. */
  expires: z.number(),
});
type Content = z.infer<typeof Content>;

interface Code {
  grant: Grant;
  redirectUri: string;
  expiresAt: number;
  chain: Chain | null;
}

export interface TokenVault {
  /** A new chain of tokens, as an install or a code begins it. */
  issue(grant: Grant, expiresInSeconds?: number): TokenPair;
  /** What a live access token stands for, and until when (Unix seconds); null for one that is unknown, expired, replaced or revoked. */
  grantOf(accessToken: string): (Grant & { expires: number }) | null;
  issueCode(grant: Grant, redirectUri: string): string;
  /** Null where the code is not good; a code that comes a second time also revokes what it gave. */
  redeemCode(code: string, redirectUri: string): TokenPair | null;
  /** Null where the token is not good; one that was used before revokes its whole chain. */
  refresh(refreshToken: string): TokenPair | null;
  revokeStore(storeId: number): void;
  hasLiveTokens(storeId: number): boolean;
}

export interface TokenVaultOptions {
  now: () => number;
  randomId: () => string;
  /** Signs the tokens: every sandbox with this secret takes them. */
  secret: string | Uint8Array;
}

/**
 * Salla's tokens ("OAuth 2.0"). They outlive a reset of the shop, and the sandbox itself: a token says what it stands for, so that
 * one that is started later on the same database, or beside this one, takes it. What is spent or revoked is known to the
 * sandbox that saw it happen.
 */
export function createTokenVault({ now, randomId, secret }: TokenVaultOptions): TokenVault {
  const chains = new Map<string, Chain>();
  const revokedStores = new Map<number, number>();
  const codes = new Map<string, Code>();
  const seconds = () => Math.floor(now() / 1000);
  const signature = (text: string) => createHmac('sha256', secret).update(text).digest();

  const sign = (kind: 'at' | 'rt', content: Content) => {
    const text = `ory_${kind}_${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
    return `${text}.${signature(text).toString('base64url')}`;
  };

  const open = (kind: 'at' | 'rt', token: string): Content | null => {
    const [, text, payload, proof] = /^(ory_(?:at|rt)_([\w-]+))\.([\w-]+)$/.exec(token) ?? [];
    if (text === undefined || payload === undefined || proof === undefined) return null;
    const good = signature(text);
    const given = Buffer.from(proof, 'base64url');
    if (good.length !== given.length || !timingSafeEqual(good, given)) return null;
    if (!text.startsWith(`ory_${kind}_`)) return null;
    return Content.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  };

  /** The chain of a token that was signed by this secret; one of another sandbox's is known from now on. */
  const chainOf = (content: Content): Chain => {
    const known = chains.get(content.chain);
    if (known !== undefined) {
      known.generation = Math.max(known.generation, content.generation);
      return known;
    }
    const chain = {
      id: content.chain,
      grant: { storeId: content.store, userId: content.user, scopes: content.scopes },
      revoked: content.issued <= (revokedStores.get(content.store) ?? 0),
      generation: content.generation,
    };
    chains.set(chain.id, chain);
    return chain;
  };

  const extend = (chain: Chain, expiresInSeconds = lifetimes.access): TokenPair => {
    chain.generation++;
    const { grant, id, generation } = chain;
    const content = (lifetime: number) => ({
      store: grant.storeId,
      user: grant.userId,
      scopes: [...grant.scopes],
      chain: id,
      generation,
      issued: now(),
      expires: seconds() + lifetime,
    });
    const access = content(expiresInSeconds);
    const pair = {
      access_token: sign('at', access),
      expires: access.expires,
      scope: grant.scopes.join(' '),
      token_type: 'bearer' as const,
    };
    if (!grant.scopes.includes('offline_access')) return pair;
    return { ...pair, refresh_token: sign('rt', content(lifetimes.refresh)) };
  };

  const begin = (grant: Grant): Chain => {
    const chain = { id: randomId(), grant, revoked: false, generation: 0 };
    chains.set(chain.id, chain);
    return chain;
  };

  return {
    issue: (grant, expiresInSeconds) => extend(begin(grant), expiresInSeconds),
    grantOf: (token) => {
      const content = open('at', token);
      if (content === null) return null;
      const chain = chainOf(content);
      if (chain.revoked || chain.generation !== content.generation) return null;
      return content.expires > seconds() ? { ...chain.grant, expires: content.expires } : null;
    },
    issueCode: (grant, redirectUri) => {
      const code = `ory_ac_${randomId()}`;
      codes.set(code, { grant, redirectUri, expiresAt: seconds() + lifetimes.code, chain: null });
      return code;
    },
    redeemCode: (text, redirectUri) => {
      const code = codes.get(text);
      if (code === undefined || code.redirectUri !== redirectUri) return null;
      if (code.chain !== null) {
        code.chain.revoked = true;
        return null;
      }
      if (code.expiresAt <= seconds()) return null;
      code.chain = begin(code.grant);
      return extend(code.chain);
    },
    refresh: (token) => {
      const content = open('rt', token);
      if (content === null) return null;
      const chain = chainOf(content);
      if (chain.revoked) return null;
      if (chain.generation !== content.generation) {
        chain.revoked = true;
        return null;
      }
      return content.expires > seconds() ? extend(chain) : null;
    },
    revokeStore: (storeId) => {
      revokedStores.set(storeId, now());
      for (const chain of chains.values()) {
        if (chain.grant.storeId === storeId) chain.revoked = true;
      }
    },
    hasLiveTokens: (storeId) =>
      [...chains.values()].some((chain) => chain.grant.storeId === storeId && !chain.revoked),
  };
}
