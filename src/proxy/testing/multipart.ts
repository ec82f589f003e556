import { parseMultipart } from '../http/parseMultipart.ts';

export const maximumBytes = 200_000;
export const boundary = 'desk-boundary';

type Part = { head: string; content: Uint8Array };

export const partOf = (name: string, content: string | Uint8Array, more = ''): Part => ({
  head: `Content-Disposition: form-data; name="${name}"${more}`,
  content: Buffer.from(content),
});

export function formOf(
  parts: readonly Part[],
  around: { before?: string; after?: string } = {},
): Buffer {
  const pieces = parts.flatMap(({ head, content }) => [
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  const { before = '', after = '\r\n' } = around;
  return Buffer.concat([
    Buffer.from(before),
    ...pieces,
    Buffer.from(`--${boundary}--`),
    Buffer.from(after),
  ]);
}

/** The body in chunks of these sizes, in turn. */
export function piecesOf(body: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < body.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    // Each chunk has its own memory, as from a socket.
    pieces.push(body.slice(at, at + size));
    at += size;
  }
  return pieces;
}

function requestWith(pieces: Iterable<Uint8Array>, type: string): Request {
  const rest = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      const { done, value } = rest.next();
      if (done) stream.close();
      else stream.enqueue(value);
    },
  });
  // fetch needs `duplex` for a stream; the DOM's types don't know it yet.
  const init = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': type } };
  return new Request('http://desk.test/', init);
}

/** Parses a form whose body comes in these chunks. */
export function read(
  pieces: Iterable<Uint8Array>,
  type = `multipart/form-data; boundary=${boundary}`,
) {
  return parseMultipart(requestWith(pieces, type), maximumBytes);
}

/** The parts of a valid form. */
export const whole = [partOf('orderId', '7'), partOf('file', '%PDF-1.7', '; filename="a.pdf"')];
