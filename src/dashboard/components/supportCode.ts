/**
 * The eight characters of a request's id that are read out on the phone: its first ones, so that whoever looks through the
 * log finds them as they are heard. Ids are UUIDs: of their letters, a to f, none is taken for a digit.
 */
export function supportCode(requestId: string): string {
  return requestId.replace(/[^a-z\d]/gi, '').slice(0, 8);
}
