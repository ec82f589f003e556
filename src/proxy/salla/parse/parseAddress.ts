import { parseText } from './text.ts';

/** A web address that may be opened: http or https, else null. With `base`, a relative one is made absolute. */
export function parseAddress(wire: unknown, base?: string): string | null {
  const text = parseText(wire)?.trim();
  if (text === undefined) return null;
  const url = URL.parse(text, base);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

const sallaDashboard = 'https://s.salla.sa';

/**
 * The address of a page in Salla's dashboard: absolute, or relative to it. One without a scheme that leads to another
 * host is none: nothing that Salla relates to its own dashboard does.
 */
export function parseDashboardAddress(wire: unknown): string | null {
  const text = parseText(wire)
    ?.trim()
    .replace(/^s\.salla\.sa(?=\/)/i, sallaDashboard);
  if (text === undefined || URL.canParse(text)) return parseAddress(text);
  const address = parseAddress(text, sallaDashboard);
  return address !== null && new URL(address).origin === sallaDashboard ? address : null;
}
