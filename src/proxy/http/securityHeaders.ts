/** Sources of the policy that depend on where the proxy runs. */
export interface PolicySources {
  frameAncestors: readonly string[];
  /** Where Salla's PDFs may come from besides any HTTPS address. */
  documents: readonly string[];
}

/** What a page of ours may load. Scripts come from our files alone; styles need the page's nonce, for emotion makes them. */
export function pagePolicy({ frameAncestors, documents }: PolicySources, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ["frame-src 'self' blob: https:", ...documents].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');
}

/** What is no page may load nothing and be framed by nobody. */
export const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer. */
export function commonHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // An address of ours may hold an embedded token: no other site is told of it.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    ...(publicUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}
