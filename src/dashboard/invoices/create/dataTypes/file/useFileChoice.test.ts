import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAccepted, readChosenFile } from './useFileChoice.ts';

test('a PDF keeps its bytes and gets the PDF type whatever its name', async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('%PDF-1.7'), 0, 255, 128]);
  const chosen = await readChosenFile(new File([bytes], 'scan.txt', { lastModified: 7 }));
  expect(chosen?.file).toMatchObject({
    name: 'scan.txt',
    type: 'application/pdf',
    lastModified: 7,
  });
  expect(await chosen?.file.bytes()).toEqual(bytes);
  expect(chosen !== null && isAccepted(chosen)).toBe(true);
});

test.each([
  ['a byte order mark', '\u{feff}%PDF-1.7'],
  ['an empty line', '\n%PDF-1.7'],
  ['a printer’s commands', '\u001b%-12345X\r\n%PDF-'],
  ['1019 zeros', `${'\0'.repeat(1019)}%PDF-1.4`],
])('a PDF is accepted with %s before its header', async (_, text) => {
  const chosen = await readChosenFile(new File([text], 'a.pdf'));
  expect(chosen !== null && isAccepted(chosen)).toBe(true);
  expect(await chosen?.file.text()).toBe(await new Blob([text]).text());
});

test('an encrypted PDF is accepted and marked', async () => {
  const text = '%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 2 0 R >>';
  const chosen = await readChosenFile(new File([text], 'a.pdf'));
  expect(chosen !== null && isAccepted(chosen)).toBe(true);
  expect(chosen?.encrypted).toBe(true);
});

test.each([
  ['HTML that is named .pdf', '<!doctype html><script>alert(1)</script>'],
  ['an empty file', ''],
  ['HTML that says it is one', '<html><body>%PDF-1.7</body></html>'],
  ['an archive with a PDF in it', 'PK\u0003\u0004\u0014\0\0\0\0\0invoice.pdf%PDF-1.7'],
  ['a text with a header beyond 1,024 bytes', `${' '.repeat(1020)}%PDF-1.7`],
])('%s is not accepted', async (_, text) => {
  const chosen = await readChosenFile(new File([text], 'a.pdf', { type: 'application/pdf' }));
  expect(chosen !== null && isAccepted(chosen)).toBe(false);
});

test('a file of 60 MB is refused without being read into memory', async () => {
  const file = new File(['%PDF-1.7', new Uint8Array(60 * 1024 * 1024)], 'large.pdf');
  const chosen = await readChosenFile(file);
  expect(chosen?.file).toBe(file);
  expect(chosen !== null && isAccepted(chosen)).toBe(false);
});

test('a deleted file can’t be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'chosen-'));
  const path = join(folder, 'a.pdf');
  await writeFile(path, '%PDF-1.7');
  const file = new File([await openAsBlob(path)], 'a.pdf');
  await rm(folder, { recursive: true });
  expect(await readChosenFile(file)).toBeNull();
});
