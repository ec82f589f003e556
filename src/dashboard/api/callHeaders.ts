/** The headers that every call has; a session token only in Salla's frame. */
export function callHeaders(language: string, sessionToken: string | null): Record<string, string> {
  return {
    Accept: 'application/json',
    'Accept-Language': language,
    ...(sessionToken === null ? {} : { Authorization: `Bearer ${sessionToken}` }),
  };
}
