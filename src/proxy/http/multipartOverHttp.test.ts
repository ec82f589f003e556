import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '../runtime/listen.ts';
import { parseMultipart } from './parseMultipart.ts';
import { toProblemResponse } from './toProblem.ts';

const megabyte = 1024 * 1024;
const maximumBytes = 10 * megabyte;
const problems: string[] = [];
let listening: Listening;

beforeAll(async () => {
  const answer = async (request: Request) => {
    try {
      const { fields, file } = await parseMultipart(request, maximumBytes);
      return Response.json({
        ...Object.fromEntries(fields),
        size: file?.size,
        sha256: file?.sha256,
      });
    } catch (error) {
      const problem = toProblemResponse(error, { language: 'en', requestId: '1' });
      problems.push((await problem.clone().json()).detail);
      return problem;
    }
  };
  listening = await listen(answer, { host: '127.0.0.1', port: 0 });
});
afterAll(() => listening.close());

const boundary = 'desk-boundary';
const before = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="type"',
  '',
  'tax_invoice',
  `--${boundary}`,
  'Content-Disposition: form-data; name="file"; filename="a.pdf"',
  '\r\n',
].join('\r\n');
const after = `\r\n--${boundary}--\r\n`;
const formOf = (content: Uint8Array) =>
  Buffer.concat([Buffer.from(before), content, Buffer.from(after)]);

function post(headers: Record<string, string | number> = {}) {
  const type = `multipart/form-data; boundary=${boundary}`;
  const request = ask({
    port: listening.port,
    method: 'POST',
    headers: { 'Content-Type': type, ...headers },
  });
  request.setNoDelay(true);
  return request;
}

/** Sends the pieces one after the other, each on its own. */
async function send(pieces: readonly Uint8Array[], headers: Record<string, string | number>) {
  const request = post(headers);
  const answered = once(request, 'response');
  for (const piece of pieces) {
    await new Promise<void>((resolve) => request.write(piece, () => resolve()));
  }
  request.end();
  const [response]: IncomingMessage[] = await answered;
  return { status: response?.statusCode, body: response && (await json(response)) };
}

function piecesOf(body: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < body.length; at += pieces.at(-1)?.length ?? 1) {
    pieces.push(body.subarray(at, at + (sizes[pieces.length % sizes.length] ?? 1)));
  }
  return pieces;
}

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('a form over HTTP', { timeout: 20_000 }, () => {
  it('comes byte for byte, however it is sent', async () => {
    const contents = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.nat(100_000).map((size) => Buffer.alloc(size, `%PDF\r\n--${boundary.slice(0, -1)}`)),
    );
    const sizes = fc.array(fc.constantFrom(97, 500, 1460, 4096, 70_000), {
      minLength: 1,
      maxLength: 4,
    });
    const property = fc.asyncProperty(
      contents,
      sizes,
      fc.boolean(),
      async (content, cuts, said) => {
        const form = formOf(content);
        const { status, body } = await send(
          piecesOf(form, cuts),
          said ? { 'Content-Length': form.length } : {},
        );
        expect([status, body]).toEqual([
          200,
          { type: 'tax_invoice', size: content.length, sha256: sha256(content) },
        ]);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('comes with a file of 10 MB, and not of one more byte', async () => {
    const form = new FormData();
    form.set('file', new Blob([Buffer.alloc(maximumBytes, 'x')]), 'a.pdf');
    const url = `http://127.0.0.1:${listening.port}/`;
    const whole = await fetch(url, { method: 'POST', body: form });
    expect((await whole.json()).size).toBe(maximumBytes);
    form.set('file', new Blob([Buffer.alloc(maximumBytes + 1, 'x')]), 'a.pdf');
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(413);
  });

  it.each(['said', 'not said'])('of 60 MB is refused where its length is %s', async (how) => {
    const piece = Buffer.alloc(megabyte, 'x');
    const request = post(how === 'said' ? { 'Content-Length': 60 * megabyte } : {});
    const answered = once(request, 'response');
    // Who is refused may find the connection closed while still sending.
    request.on('error', () => {});
    request.write(before);
    for (let sent = 1; sent < 60 && !request.destroyed; sent += 1) request.write(piece);
    const [response]: IncomingMessage[] = await answered;
    expect(response?.statusCode).toBe(413);
    request.destroy();
  });

  it('that its sender leaves is cut off, and nobody waits for the rest', async () => {
    const request = post({ 'Content-Length': 5000 });
    request.on('error', () => {});
    const count = problems.length;
    request.write(before, () => request.destroy());
    await expect.poll(() => problems.length).toBe(count + 1);
    expect(problems.at(-1)).toBe('The content broke off before its end.');
  });
});
