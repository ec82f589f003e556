import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundary,
  formOf,
  maximumBytes,
  partOf,
  piecesOf,
  read,
  whole,
} from '../testing/multipart.ts';
import { ProblemError } from './ProblemError.ts';
import { parseMultipart } from './parseMultipart.ts';

/** What a search for the delimiter could stumble over, and anything else. */
const trickyBytes = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r', '\n', '\r\n', '-', '--', '\r\n-', '\r\n--', `--${boundary}`, 'a'),
      fc.nat(boundary.length - 1).map((length) => `\r\n--${boundary.slice(0, length)}`),
      fc.constant(`\n--${boundary}--\n`),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(''))
  // A part may not hold the delimiter itself, nor a line that begins with it (RFC 2046, 5.1.1).
  .filter((text) => !`\r\n${text}`.includes(`\r\n--${boundary}`))
  .map((text) => Buffer.from(text));
const contents = fc.oneof(
  trickyBytes,
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  fc.nat(150_000).map((size) => Buffer.alloc(size, 'x\r\n--desk-bound')),
);
const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constantFrom(4096, 65_536)), {
  minLength: 1,
  maxLength: 6,
});

describe('a form with a file', { timeout: 20_000 }, () => {
  it('is read byte for byte, however it is cut into pieces and whatever it holds', async () => {
    const property = fc.asyncProperty(
      contents,
      trickyBytes,
      sizes,
      fc.boolean(),
      fc.constantFrom('', 'to whom it may concern\r\n'),
      async (content, text, cuts, fileFirst, before) => {
        const parts = [partOf('file', content, '; filename="a.pdf"'), partOf('type', text)];
        const form = formOf(fileFirst ? parts : parts.toReversed(), { before });
        const { fields, file } = await read(piecesOf(form, cuts));
        expect(fields).toEqual(new Map([['type', text.toString()]]));
        expect(Buffer.concat(file?.chunks ?? []).equals(content)).toBe(true);
        expect(file?.size).toBe(content.length);
        expect(file?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });

  it('is held in few pieces, however many it comes in', async () => {
    const content = Buffer.alloc(190_000, 'x');
    const { file } = await read(piecesOf(formOf([partOf('file', content)]), [7]));
    expect(file?.chunks.length).toBeLessThan(5);
  });

  it.each([
    ['a quoted boundary', 'multipart/form-data; boundary="desk-boundary"'],
    ['a boundary in other letters', 'Multipart/Form-Data; charset=utf-8; BOUNDARY=desk-boundary'],
  ])('is read with %s', async (_how, type) => {
    expect((await read([formOf(whole)], type)).file?.size).toBe(8);
  });

  it.each([
    ['an epilogue', formOf(whole, { after: '\r\nthe end\r\n--desk-boundary\r\n' })],
    ['no line end after it', formOf(whole, { after: '' })],
    ['an odd file name', formOf([partOf('file', 'x', `; filename="a; name=\\"b\\".pdf"`)])],
    ['an encoded file name', formOf([partOf('file', 'x', `; filename*=UTF-8''%D9%81.pdf`)])],
    ['no file name', formOf([partOf('file', 'x')])],
    ['an empty file', formOf([partOf('file', '', '; filename=""')])],
    [
      'other headers',
      formOf([
        {
          head: 'content-type: text/html\r\ncontent-disposition: form-data; name=file',
          content: Buffer.from('x'),
        },
      ]),
    ],
  ])('is read with %s', async (_what, form) => {
    for (const cut of [1, 5, form.length]) {
      expect((await read(piecesOf(form, [cut]))).file).not.toBeNull();
    }
  });

  it('that another program made is read as it was meant', async () => {
    const meant = new FormData();
    meant.set('orderId', '١٢');
    meant.set('file', new Blob(['%PDF-1.7']), 'فاتورة "1".pdf');
    const request = new Request('http://desk.test/', { method: 'POST', body: meant });
    const { fields, file } = await parseMultipart(request, maximumBytes);
    expect(fields.get('orderId')).toBe('١٢');
    expect(Buffer.concat(file?.chunks ?? []).toString()).toBe('%PDF-1.7');
  });
});

const tooLarge = { code: 'too_large', details: { detail: 'file_too_large' } };

describe('a form is refused', () => {
  it('with a part that comes twice', async () => {
    for (const name of ['orderId', 'file']) {
      const twice = formOf([...whole, partOf(name, '8')]);
      await expect(read([twice])).rejects.toMatchObject({
        code: 'invalid_fields',
        details: { fields: { [name]: [{ key: 'repeated' }] } },
      });
    }
  });

  it.each([
    ['a part that is too long', [partOf('type', 'x'.repeat(5000))]],
    ['too many parts', Array.from({ length: 30 }, (_, at) => partOf(`part-${at}`, ''))],
  ])('with %s', async (_what, parts) => {
    await expect(read([formOf(parts)])).rejects.toMatchObject({ code: 'too_large' });
  });

  it('with a part that has no name', async () => {
    const nameless = { head: 'Content-Disposition: form-data', content: Buffer.from('5') };
    const form = formOf([...whole, nameless, nameless]);
    await expect(read([form])).rejects.toMatchObject({ code: 'bad_request' });
  });

  it.each([65, 9000])('with a part whose name has %d characters', async (length) => {
    const form = formOf([...whole, partOf('x'.repeat(length), '5')]);
    await expect(read([form])).rejects.toMatchObject({
      code: 'bad_request',
      details: { detail: 'malformed_form' },
    });
  });

  it('with a file of a byte too many, and not one sooner', async () => {
    const fileOf = (size: number) => formOf([partOf('file', Buffer.alloc(size))]);
    const most = await read([fileOf(maximumBytes)]);
    expect(most.file?.size).toBe(maximumBytes);
    await expect(read([fileOf(maximumBytes + 1)])).rejects.toMatchObject(tooLarge);
  });

  it('that says it is too large before a byte of it is read', async () => {
    const headers = {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': '1000000',
    };
    const request = new Request('http://desk.test/', { method: 'POST', body: 'x', headers });
    await expect(parseMultipart(request, maximumBytes)).rejects.toMatchObject(tooLarge);
    expect(request.bodyUsed).toBe(false);
  });

  it('that goes on and on after its end, as soon as that is too long', async () => {
    let given = 0;
    const endless = function* () {
      yield formOf(whole);
      for (;;) {
        given += 1;
        yield Buffer.alloc(65_536, 'x');
      }
    };
    await expect(read(endless())).rejects.toMatchObject(tooLarge);
    expect(given).toBeLessThan(10);
  });

  it.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary',
  ])('without a boundary: %s', async (type) => {
    await expect(read([formOf(whole)], type)).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('wherever it breaks off', async () => {
    const form = formOf(whole, { after: '' });
    for (let length = 0; length < form.length; length += 1) {
      const pieces = piecesOf(form.subarray(0, length), [9]);
      await expect(read(pieces)).rejects.toMatchObject({ code: 'bad_request' });
    }
  });

  it('or read, whatever comes: it never waits for ever', async () => {
    const property = fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            `--${boundary}`,
            '--',
            '\r\n',
            ': ',
            'Content-Disposition: form-data; name=file',
          ),
          fc.string({ maxLength: 20 }),
        ),
        { maxLength: 30 },
      ),
      sizes,
      async (words, cuts) => {
        const ended = await read(piecesOf(Buffer.from(words.join('')), cuts)).then(
          () => 'read',
          (error: unknown) => error instanceof ProblemError && 'refused',
        );
        expect(['read', 'refused']).toContain(ended);
      },
    );
    await fc.assert(property, { numRuns: 500 });
  });
});
