import { answered, headersOf } from './api.ts';

export interface Download {
  name: string;
  content: Blob;
}

/** Fetches a file of this session's store under the name that the proxy gives it. Throws `ProblemError`. */
export async function fetchDownload(path: string, accept: string): Promise<Download> {
  const headers = { ...headersOf(undefined), Accept: accept };
  const answer = await answered(fetch(path, { headers }), 0);
  return {
    name: fileName(answer.headers.get('Content-Disposition')),
    content: await answer.blob(),
  };
}

/** The name in a `Content-Disposition`; the one with any letters before the plain one. Empty where there is none. */
export function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? '';
}

/** The file as text at an address that this page keeps, for a tab of its own where the browser saves nothing. */
export function textAddress({ content }: Download): string {
  return URL.createObjectURL(new Blob([content], { type: 'text/plain;charset=utf-8' }));
}

/** Gives a file to the person as a browser's download. */
export function saveDownload({ name, content }: Download): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
