import type { z } from 'zod';
import { QueryInteger, SallaId } from '../../contract/common.ts';
import { type FieldText, fieldsOf } from './fieldErrors.ts';
import { ProblemError } from './ProblemError.ts';
import { readBodyText } from './parseBody.ts';
import type { RequestContext } from './requestEnv.ts';

/** Room for 1,000 orders, many times over. */
const maximumJsonBytes = 256 * 1024;

const maximumKeyLength = 200;

/** The query, parsed. Throws `bad_request` that names what is wrong, unknown or given twice. */
export function parseQuery<Shape extends z.ZodType>(
  context: RequestContext,
  shape: Shape,
): z.output<Shape> {
  const query = new URL(context.req.url).searchParams;
  const names = [...new Set(query.keys())];
  const repeated = names.filter((name) => query.getAll(name).length > 1);
  if (repeated.length > 0) throw refused(repeated, { key: 'repeated' });
  return parse(shape, Object.fromEntries(query), 'bad_request');
}

/**
 * The JSON body, parsed. Throws `unsupported_media_type`, `too_large`, `bad_request` for what is no JSON, and
 * `invalid_fields` that names what is wrong or unknown.
 */
export async function parseJsonRequest<Shape extends z.ZodType>(
  context: RequestContext,
  shape: Shape,
): Promise<z.output<Shape>> {
  if (mediaType(context) !== 'application/json') throw new ProblemError('unsupported_media_type');
  return parse(shape, await parseJsonBody(context.req.raw), 'invalid_fields');
}

/** What the body is said to be, without its parameters. */
export function mediaType(context: RequestContext): string | undefined {
  return context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
}

/** Throws `too_large`, and `bad_request` for what is no JSON. */
export async function parseJsonBody(request: Request): Promise<unknown> {
  return parseJson(await readBodyText(request, maximumJsonBytes));
}

/** The `Idempotency-Key`; null where there is none. Throws `bad_request` for one that is empty or too long. */
export function parseIdempotencyKey(context: RequestContext): string | null {
  const key = context.req.header('idempotency-key');
  if (key === undefined) return null;
  if (key === '') throw refused(['Idempotency-Key'], { key: 'required' });
  if (key.length <= maximumKeyLength) return key;
  const value = String(maximumKeyLength);
  throw refused(['Idempotency-Key'], { key: 'too_long', value });
}

/** An id of Salla's from the path: digits that are none of its ids are `not_found`, anything else `bad_request`. */
export function parseSallaId(context: RequestContext, name: string): number {
  const read = QueryInteger.safeParse(context.req.param(name));
  if (!read.success) throw refused([name], { key: 'whole_number' });
  const id = SallaId.safeParse(read.data);
  if (!id.success) throw new ProblemError('not_found');
  return id.data;
}

/** `bad_request` about these fields. */
export function refused(names: readonly string[], text: FieldText): ProblemError {
  return new ProblemError('bad_request', {
    fields: Object.fromEntries(names.map((name) => [name.slice(0, 64), [text]])),
  });
}

/** JSON from outside. Throws `bad_request` for what is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not UTF-8 or not JSON: to the caller it is the same mistake.
    throw new ProblemError('bad_request', { detail: 'malformed_json' });
  }
}

function parse<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  otherwise: 'bad_request' | 'invalid_fields',
): z.output<Shape> {
  const read = shape.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw new ProblemError(otherwise, { fields: fieldsOf(read.error) });
}
