const day = 24 * 60 * 60;
const lifetimes = { access: 14 * day, refresh: 30 * day, code: 10 * 60 };

/** What a token stands for. */
interface Grant {
  storeId: number;
  userId: number;
  scopes: readonly string[];
}

/** A pair as OAuth and the install webhook deliver it; `expires` is Unix seconds, not a duration. */
export interface TokenPair {
  access_token: string;
  refresh_token?: string;
  expires: number;
  scope: string;
  token_type: 'bearer';
}

interface Chain {
  grant: Grant;
  revoked: boolean;
  /** The one access token and the one refresh token that still work. */
  access: string;
  refresh: string | null;
}

interface Code {
  grant: Grant;
  redirectUri: string;
  expiresAt: number;
  chain: Chain | null;
}

export interface TokenVault {
  /** A new chain of tokens, as an install or a code begins it. */
  issue(grant: Grant, expiresInSeconds?: number): TokenPair;
  /** What a live access token stands for; null for one that is unknown, expired, replaced or revoked. */
  grantOf(accessToken: string): Grant | null;
  issueCode(grant: Grant, redirectUri: string): string;
  /** Null where the code is not good; a code that comes a second time also revokes what it gave. */
  redeemCode(code: string, redirectUri: string): TokenPair | null;
  /** Null where the token is not good; one that was used before revokes its whole chain. */
  refresh(refreshToken: string): TokenPair | null;
  revokeStore(storeId: number): void;
  hasLiveTokens(storeId: number): boolean;
}

/** Salla's tokens ("OAuth 2.0"). They outlive a reset of the shop. */
export function createTokenVault(now: () => number, randomId: () => string): TokenVault {
  const chains: Chain[] = [];
  const access = new Map<string, { chain: Chain; expiresAt: number }>();
  const refresh = new Map<string, { chain: Chain; expiresAt: number }>();
  const codes = new Map<string, Code>();
  const seconds = () => Math.floor(now() / 1000);

  const extend = (chain: Chain, expiresInSeconds = lifetimes.access): TokenPair => {
    const expires = seconds() + expiresInSeconds;
    chain.access = `ory_at_${randomId()}`;
    access.set(chain.access, { chain, expiresAt: expires });
    const pair = {
      access_token: chain.access,
      expires,
      scope: chain.grant.scopes.join(' '),
      token_type: 'bearer' as const,
    };
    if (!chain.grant.scopes.includes('offline_access')) return pair;
    chain.refresh = `ory_rt_${randomId()}`;
    refresh.set(chain.refresh, { chain, expiresAt: seconds() + lifetimes.refresh });
    return { ...pair, refresh_token: chain.refresh };
  };

  const begin = (grant: Grant): Chain => {
    const chain = { grant, revoked: false, access: '', refresh: null };
    chains.push(chain);
    return chain;
  };

  return {
    issue: (grant, expiresInSeconds) => extend(begin(grant), expiresInSeconds),
    grantOf: (token) => {
      const found = access.get(token);
      if (found === undefined || found.chain.revoked || found.chain.access !== token) return null;
      return found.expiresAt > seconds() ? found.chain.grant : null;
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
      const found = refresh.get(token);
      if (found === undefined || found.chain.revoked) return null;
      if (found.chain.refresh !== token) {
        found.chain.revoked = true;
        return null;
      }
      return found.expiresAt > seconds() ? extend(found.chain) : null;
    },
    revokeStore: (storeId) => {
      for (const chain of chains) if (chain.grant.storeId === storeId) chain.revoked = true;
    },
    hasLiveTokens: (storeId) =>
      chains.some((chain) => chain.grant.storeId === storeId && !chain.revoked),
  };
}
