/** The address that a typed text is, where it may be opened: https alone; null for any other text. */
export function httpsAddress(text: string): string | null {
  const typed = text.trim();
  if (!URL.canParse(typed)) return null;
  const { protocol, href } = new URL(typed);
  return protocol === 'https:' ? href : null;
}
