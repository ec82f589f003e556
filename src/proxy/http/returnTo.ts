/** Whether an address is a path of this site, by the rules that browsers read addresses with. */
export function isOwnPath(text: string): boolean {
  const base = 'http://this.site';
  if (!text.startsWith('/') || text.length > 2000 || !URL.canParse(text, base)) return false;
  // Browsers leave tabs and line ends out of an address; the header Location takes neither those nor their like.
  if (/\p{Cc}/u.test(text)) return false;
  // Browsers read "/\evil" as "//evil", which is another site.
  return new URL(text, base).origin === base;
}
