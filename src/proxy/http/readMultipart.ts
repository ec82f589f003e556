import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { ProblemError } from '../problems/ProblemError.ts';

/** A file as it came, held once: its bytes in pieces, how many, and their SHA-256 in hex. */
export interface Upload {
  chunks: readonly Uint8Array[];
  size: number;
  digest: string;
}

export interface Form {
  fields: Readonly<Record<string, string>>;
  /** The part named `file`; null where there is none. */
  file: Upload | null;
}

const maximumFields = 20;
const maximumFieldBytes = 4096;
/** What stands around the file: boundaries, the parts' headers, the fields. */
const aroundFileBytes = 64 * 1024;

/**
 * A `multipart/form-data` body. Throws `too_large` as soon as the file has more than `maximumFileBytes`,
 * `bad_request` for what is cut off or no form, and `invalid_fields` for a field that is there twice.
 */
export async function readMultipart(request: Request, maximumFileBytes: number): Promise<Form> {
  const tooLarge = () => new ProblemError('too_large', { detail: 'file_too_large' });
  const said = Number(request.headers.get('content-length') ?? 0);
  if (said > maximumFileBytes + aroundFileBytes) throw tooLarge();

  const fields = new Map<string, string>();
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  let size = 0;
  let hasFile = false;

  const parser = openParser(request.headers.get('content-type') ?? '');
  const refuse = (problem: ProblemError) => parser.destroy(problem);
  const repeated = (name: string) =>
    refuse(new ProblemError('invalid_fields', { fields: { [name]: [{ key: 'repeated' }] } }));

  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (fields.has(name)) repeated(name.slice(0, 64));
    else if (valueCut) refuse(new ProblemError('too_large'));
    else fields.set(name, value);
  });
  parser.on('file', (_name, stream) => {
    if (hasFile) {
      repeated('file');
      return;
    }
    hasFile = true;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > maximumFileBytes) {
        refuse(tooLarge());
        return;
      }
      hash.update(chunk);
      chunks.push(chunk);
    });
    // The parser itself fails as well where the form breaks off in the middle of its file.
    stream.on('error', () => {});
  });
  for (const limit of ['fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => refuse(new ProblemError('too_large')));
  }

  try {
    await pipeline(Readable.from(request.body ?? []), parser);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('bad_request', { detail: 'malformed_form' });
  }
  const file = hasFile ? { chunks, size, digest: hash.digest('hex') } : null;
  return { fields: Object.fromEntries(fields), file };
}

function openParser(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (name) => name === 'file',
      limits: { fields: maximumFields, parts: maximumFields + 2, fieldSize: maximumFieldBytes },
    });
  } catch {
    // A type that names no boundary is no form.
    throw new ProblemError('bad_request', { detail: 'malformed_form' });
  }
}
