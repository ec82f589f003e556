import { describe, expect, it } from 'vitest';
import { isEncryptedPdf } from './pdfEncryption.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const objects =
  '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n';

/** A PDF with a table of objects, `before` its header and `end` where its trailer's offset belongs. */
function withTable(trailer: string, { before = '', body = objects, offset = 0 } = {}) {
  const start = `%PDF-1.6\n%âãÏÓ\n${body}`;
  const table = 'xref\n0 3\n0000000000 65535 f \n0000000015 00000 n \n0000000064 00000 n \n';
  const at = start.length + offset;
  return bytesOf(`${before}${start}${table}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`);
}

/** A PDF whose objects are found by a stream, as programs write since PDF 1.5. */
function withStream(entries: string) {
  const start = `%PDF-1.7\n${objects}`;
  const stream = `9 0 obj\r\n<< /Type /XRef ${entries} /W [1 2 1] /Length 4 >>\r\nstream\nabcd\nendstream\nendobj\n`;
  return bytesOf(`${start}${stream}startxref\r\n${start.length}\r\n%%EOF`);
}

describe('encryption of a PDF', () => {
  it.each([
    ['a trailer', withTable('<< /Size 3 /Root 1 0 R /Encrypt 7 0 R /ID [<0A1B> <0A1B>] >>')],
    ['a trailer without spaces', withTable('<</Size 3/Root 1 0 R/Encrypt 7 0 R>>')],
    [
      'the dictionary itself',
      withTable('<< /Encrypt << /Filter /Standard /V 2 /P -3904 >> /Size 3 >>'),
    ],
    ['a name written by codes', withTable('<< /Size 3 /#45ncrypt 7 0 R >>')],
    ['a text with brackets before it', withTable('<< /Info (a \\) >> ) /Encrypt 7 0 R >>')],
    ['a comment before it', withTable('<< % >> the end\n/Encrypt 7 0 R >>')],
    ['a stream', withStream('/Size 10 /Root 1 0 R /Encrypt 8 0 R')],
    ['junk before the header', withTable('<< /Encrypt 7 0 R >>', { before: '\r\n\0\0' })],
    [
      'offsets from the first byte',
      withTable('<< /Encrypt 7 0 R >>', { before: '\n\n', offset: 2 }),
    ],
    ['wrong offsets', withTable('<< /Encrypt 7 0 R >>', { offset: 31 })],
    ['an end that is cut', withTable('<< /Encrypt 7 0 R >>').slice(0, -20)],
    ['a stream and an end that is cut', withStream('/Encrypt 8 0 R').slice(0, -12)],
  ])('is detected in %s', (_, bytes) => {
    expect(isEncryptedPdf(bytes)).toBe(true);
  });

  it.each([
    ['has none', withTable('<< /Size 3 /Root 1 0 R >>')],
    ['has none in its stream', withStream('/Size 10 /Root 1 0 R')],
    ['had one once', withTable('<< /Size 3 /Encrypt null >>')],
    ['has metadata of such a name', withTable('<< /Size 3 /EncryptMetadata false >>')],
    [
      'has it as a value or in a text',
      withTable('<< /Size 3 /Info (/Encrypt 7 0 R) /X /Encrypt >>'),
    ],
    ['has it inside another entry', withTable('<< /Size 3 /X << /Encrypt 7 0 R >> >>')],
    [
      'says it on a page, or holds another that is',
      withTable('<< /Size 3 >>', {
        body: `${objects}(/Encrypt) Tj\ntrailer << /Encrypt 7 0 R >>\n`,
      }),
    ],
    ['is hardly one', bytesOf('%PDF-1.7')],
    ['breaks off', bytesOf('%PDF-1.7\ntrailer << /Encrypt')],
  ])('is not detected in a PDF that %s', (_, bytes) => {
    expect(isEncryptedPdf(bytes)).toBe(false);
  });

  it('is decided for any 10 MB', () => {
    const large = new Uint8Array(10 * 1024 * 1024).fill(0x28);
    large.set(bytesOf('%PDF-1.7\ntrailer <<'));
    expect(isEncryptedPdf(large)).toBe(false);
  });
});
