/**
 * The first page's data is asked for while the code that shows it is still on its way. The answer waits
 * here until that code asks for the same path.
 */
const started = new Map<string, Promise<Response>>();

export function startFirstRequest(path: string, headers: Record<string, string>): void {
  const request = fetch(path, { headers });
  // Whoever takes it handles its failure; one that nobody takes must not count as unhandled.
  request.catch(() => {});
  started.set(path, request);
}

/** The answer that is on its way for this path, once. */
export function takeFirstRequest(path: string): Promise<Response> | undefined {
  const request = started.get(path);
  started.delete(path);
  return request;
}
