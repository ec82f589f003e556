/** An object of unknown make, as it comes out of a message. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field, null where it is missing, blank or no text. */
export function text(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function flag(fields: Fields, name: string): boolean {
  return fields[name] === true;
}

/** The field's value if it is one of those allowed, else null. */
export function oneOf<Value extends string>(
  fields: Fields,
  name: string,
  allowed: readonly Value[],
): Value | null {
  return allowed.find((value) => value === fields[name]) ?? null;
}
