const common = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
];

/** What pages with scripts of their own may load; `frame` is the origin of the app that is framed. */
export function scriptedPolicy(frame?: string): string {
  const frames = frame === undefined ? [] : [`frame-src ${frame}`];
  return [
    ...common,
    ...frames,
    "script-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The storefront stands for a store's theme, where any script of the theme runs; and the end-to-end test puts
 * the real storefront SDK into it as an inline script. So inline scripts are allowed on this page alone;
 * everything on it that a customer typed is escaped.
 */
export function storefrontPolicy(): string {
  return [
    ...common,
    "script-src 'self' 'unsafe-inline'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The consent page has no scripts. It may not limit `form-action`: its form ends in a redirect to the app, which
 * browsers count as a target of the form.
 */
export function formPolicy(): string {
  return common.join('; ');
}
