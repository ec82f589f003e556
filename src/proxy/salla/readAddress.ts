import { readText } from './text.ts';

/** A web address that may be opened: http or https, else null. With `base`, a relative one is made absolute. */
export function readAddress(wire: unknown, base?: string): string | null {
  const text = readText(wire)?.trim();
  if (text === undefined) return null;
  const url = URL.parse(text, base);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
