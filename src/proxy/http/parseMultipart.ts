import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { type BufferedFile, FileBuffer } from './bufferedFile.ts';
import { ProblemError } from './ProblemError.ts';
import { bodyChunks } from './parseBody.ts';

export interface Form {
  fields: ReadonlyMap<string, string>;
  /** The part named `file`, held once; null where there is none. */
  file: BufferedFile | null;
}

const maximumFields = 20;
/** In characters. Of a part's head beyond 8 KB the parser drops the rest, and what is left of a name is another name. */
const longestName = 64;
const maximumFieldBytes = 4096;
const maximumHeaderBytes = 8 * 1024;
/** What stands around the file: boundaries, the parts' headers, the fields. */
const aroundFileBytes = 64 * 1024;

/**
 * A `multipart/form-data` body, its parts in any order. Throws `too_large` as soon as the file has more than
 * `maximumFileBytes`, `bad_request` for what is cut off or no form, and `invalid_fields` for a part that is there
 * twice.
 */
export async function parseMultipart(request: Request, maximumFileBytes: number): Promise<Form> {
  const tooLarge = new ProblemError('too_large', { detail: 'file_too_large' });
  const parser = openParser(request.headers.get('content-type') ?? '');
  const refuse = (problem: ProblemError) => parser.destroy(problem);
  const repeated = (name: string) =>
    refuse(new ProblemError('invalid_fields', { fields: { [name]: [{ key: 'repeated' }] } }));

  const fields = new Map<string, string>();
  parser.on('field', (name, value, _nameIsCut, valueIsCut) => {
    // A part without a name has none, whatever the types say.
    if (name === undefined || name.length > longestName) refuse(malformed());
    else if (fields.has(name)) repeated(name);
    else if (valueIsCut) refuse(new ProblemError('too_large'));
    else fields.set(name, value);
  });
  for (const limit of ['fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => refuse(new ProblemError('too_large')));
  }

  let file: FileBuffer | null = null;
  parser.on('file', (_name, stream) => {
    // The parser itself fails as well where the form breaks off in the middle of its file.
    stream.on('error', () => {});
    if (file !== null) {
      repeated('file');
      return;
    }
    const keeper = new FileBuffer();
    file = keeper;
    stream.on('data', (bytes: Buffer) => {
      if (keeper.size + bytes.byteLength > maximumFileBytes) refuse(tooLarge);
      else keeper.add(bytes);
    });
  });

  const chunks = bodyChunks(request, maximumFormBytes(maximumFileBytes), tooLarge);
  try {
    await pipeline(chunks, parser);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw malformed();
  }
  return { fields, file: finished(file) };
}

/** The most that is read of a form. */
export function maximumFormBytes(maximumFileBytes: number): number {
  return maximumFileBytes + aroundFileBytes;
}

function finished(file: FileBuffer | null): BufferedFile | null {
  return file?.finish() ?? null;
}

function openParser(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (name) => name === 'file',
      limits: {
        fields: maximumFields,
        parts: maximumFields + 2,
        fieldSize: maximumFieldBytes,
        headerSize: maximumHeaderBytes,
      },
    });
  } catch {
    // A type that names no boundary is no form.
    throw malformed();
  }
}

function malformed(): ProblemError {
  return new ProblemError('bad_request', { detail: 'malformed_form' });
}
