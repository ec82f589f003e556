/** Text that says something, as it came; null for what is empty or no text. */
export function parseText(wire: unknown): string | null {
  return typeof wire === 'string' && wire.trim() !== '' ? wire : null;
}

/** Text, or a number written out, as an invoice number comes in both. */
export function parseLabel(wire: unknown): string | null {
  return typeof wire === 'number' ? String(wire) : (parseText(wire)?.trim() ?? null);
}
