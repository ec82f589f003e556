import { parseNumber } from '../parse/parseNumber.ts';
import { parseText } from '../parse/text.ts';
import type { TransportAnswer } from './transport.ts';

type Body = Pick<TransportAnswer, 'body'>;
type JsonObject = Readonly<Record<string, unknown>>;

/** Salla's own words about a refusal; null for what it doesn't say. */
export interface Refusal {
  message: string | null;
  /** By our names of the fields. */
  fields: Record<string, string[]> | null;
}

/** What a request field of Salla's is called in our API, where that is another name. */
const ourNames: ReadonlyMap<string, string> = new Map([
  ['from_date', 'from'],
  ['to_date', 'to'],
  ['order_id', 'orderId'],
  ['per_page', 'perPage'],
  ['data_type', 'dataType'],
  ['invoice_number', 'invoiceNumber'],
  ['sub_total', 'subTotal'],
  ['shipping_cost', 'shippingCost'],
  ['cash_on_delivery_cost', 'cashOnDeliveryCost'],
  ['tax_value', 'taxValue'],
  ['invoice_provider', 'invoiceProvider'],
]);

/** The body as JSON; undefined where it is HTML, cut off or empty. */
export function parseJsonText(answer: Body): unknown {
  try {
    return JSON.parse(String(answer.body).replace(/^\uFEFF/, ''));
  } catch {
    // Gateways answer in HTML and broken connections in halves: the caller decides what that means.
    return undefined;
  }
}

/** A body that is a JSON object, as every answer of Salla's is; null for any other. */
export function parseObject(answer: Body): JsonObject | null {
  const json = parseJsonText(answer);
  return isObject(json) ? json : null;
}

/**
 * Salla's envelope is `{error: {message, fields}}`. Refusals also come as `{message, errors: {field: [text]}}`, as
 * `{error: "text"}` and as `{error: "code", message}` (Salla: More of what the wire does).
 */
export function parseRefusal(answer: Body): Refusal {
  const body = parseObject(answer);
  if (body === null) return { message: null, fields: null };
  const error = isObject(body.error) ? body.error : {};
  const messages = [
    error.message,
    body.message,
    body.error,
    error.error,
    body.error_description,
    ...[error.fields, error.errors, body.errors, body.fields].filter(isNamingNone),
  ];
  const named = [error.fields, error.errors, body.errors, body.fields, error.message, body.message];
  const fields = named.filter(isObject);
  return {
    message: messages.flatMap(textsIn).find((text) => !translationKey.test(text)) ?? null,
    fields: readFields(Object.assign({}, ...fields.toReversed())),
  };
}

/** `alert.invalid_fields` is no word to anybody; what is wrong stands in the fields. */
const translationKey = /^alert\.[a-z_]+$/;

/** A text, or a list of texts, in place of an object of fields. */
function isNamingNone(said: unknown): boolean {
  return typeof said === 'string' || Array.isArray(said);
}

function readFields(said: JsonObject): Refusal['fields'] {
  const ours = Object.entries(said).flatMap(([name, reasons]) => {
    const texts = textsIn(isObject(reasons) ? Object.values(reasons) : reasons);
    return texts.length === 0 ? [] : [[ourNames.get(name) ?? name, texts] as const];
  });
  return ours.length === 0 ? null : Object.fromEntries(ours);
}

function textsIn(said: unknown): string[] {
  return [said].flat(3).flatMap((text) => parseText(text) ?? []);
}

/** Refusals are shorter; what is longer is data, and reading it twice would cost. */
const longestRefusal = 16 * 1024;

/**
 * The answer with the status that its body states: Salla also refuses with a 200 whose body says `success: false`.
 * Without a status in the body, a refusal that says something is taken for a 422.
 */
export function withStatedStatus<T extends TransportAnswer>(answer: T): T {
  if (answer.status < 200 || answer.status > 299 || answer.body.length > longestRefusal) {
    return answer;
  }
  if (!/"success"\s*:(?!\s*true)|"error"/.test(String(answer.body))) return answer;
  const body = parseObject(answer);
  if (body === null || !isRefusal(body)) return answer;
  const code = isObject(body.error) ? body.error.code : undefined;
  const stated = [body.status, code].map(parseNumber).find((status) => isFailureStatus(status));
  if (stated != null) return { ...answer, status: stated };
  const { message, fields } = parseRefusal(answer);
  return message === null && fields === null ? answer : { ...answer, status: 422 };
}

function isRefusal({ success, error, data }: JsonObject): boolean {
  if ([false, 0, '0', 'false'].some((no) => no === success)) return true;
  return success === undefined && data === undefined && error != null;
}

function isFailureStatus(status: number | null): boolean {
  return status !== null && Number.isInteger(status) && status >= 400 && status <= 599;
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
