import { createHash } from 'node:crypto';
import {
  CreateInvoice,
  fieldsOfDataType,
  maximumPdfBytes,
  pdfHeadBytes,
} from '../../contract/createInvoice.ts';
import { dataTypes } from '../../contract/dataTypes.ts';
import { type BufferedFile, headOf } from '../http/bufferedFile.ts';
import type { FieldText } from '../http/fieldErrors.ts';
import { ProblemError } from '../http/ProblemError.ts';
import { parseMultipart } from '../http/parseMultipart.ts';
import { mediaType, parseJsonBody } from '../http/parseRequest.ts';
import type { RequestContext } from '../http/requestEnv.ts';
import type { NewInvoice } from '../salla/client/types.ts';
import { createFieldsOf } from './createFieldErrors.ts';

/** What a request asks to create. Two requests ask for the same where their hashes are the same. */
export interface RequestedInvoice {
  invoice: NewInvoice;
  requestHash: string;
}

const ofEveryDataType: readonly string[] = ['orderId', 'type', 'dataType'];

/**
 * The request's body: JSON, or a form with the PDF. Throws `unsupported_media_type`, `too_large`, `bad_request` for
 * what can't be read, and `invalid_fields` for what the contract refuses.
 */
export async function parseNewInvoice(context: RequestContext): Promise<RequestedInvoice> {
  switch (mediaType(context)) {
    case 'application/json':
      return parse(withoutFile(await parseJsonBody(context.req.raw)), null);
    case 'multipart/form-data': {
      const { fields, file } = await parseMultipart(context.req.raw, maximumPdfBytes);
      return parse(inputOf(fields, file), file);
    }
    default:
      throw new ProblemError('unsupported_media_type', { detail: 'json_or_form' });
  }
}

/** JSON has no bytes: what it calls a file is none. */
function withoutFile(body: unknown): unknown {
  return isBody(body) && 'file' in body ? { ...body, file: undefined } : body;
}

function inputOf(fields: ReadonlyMap<string, string>, file: BufferedFile | null): unknown {
  for (const name of fields.keys()) {
    if (!ofEveryDataType.includes(name)) throw refusal(name, { key: 'unknown' });
  }
  const dataType = fields.get('dataType');
  if (dataType !== undefined && dataType !== 'file') {
    throw refusal('dataType', { key: 'form_for_file' });
  }
  const orderId = fields.get('orderId');
  return {
    orderId: orderId !== undefined && /^\d{1,15}$/.test(orderId) ? Number(orderId) : orderId,
    type: fields.get('type'),
    dataType,
    file: file === null ? undefined : { size: file.size, head: headOf(file, pdfHeadBytes) },
  };
}

function parse(input: unknown, file: BufferedFile | null): RequestedInvoice {
  const { data, error } = CreateInvoice.safeParse(input);
  const fields = { ...unknownIn(input), ...(error && createFieldsOf(error)) };
  if (data === undefined || Object.keys(fields).length > 0) {
    throw new ProblemError('invalid_fields', { fields });
  }
  if (data.dataType !== 'file') return { invoice: data, requestHash: hashOf(data) };
  if (file === null) throw refusal('file', { key: 'file_required' });
  return { invoice: { ...data, file }, requestHash: hashOf({ ...data, file: file.sha256 }) };
}

/** Names that the body's data type does not take: an amount that is sent and not looked at would be missed. */
function unknownIn(input: unknown): Record<string, FieldText[]> {
  if (!isBody(input)) return {};
  const dataType = dataTypes.find((one) => one === input.dataType);
  if (dataType === undefined) return {};
  const known = [...ofEveryDataType, ...fieldsOfDataType(dataType)];
  const unknown = Object.keys(input).filter((name) => !known.includes(name));
  return Object.fromEntries(unknown.map((name) => [name.slice(0, 64), [{ key: 'unknown' }]]));
}

function isBody(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function hashOf(asked: unknown): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

function refusal(name: string, text: FieldText): ProblemError {
  return new ProblemError('invalid_fields', { fields: { [name]: [text] } });
}
