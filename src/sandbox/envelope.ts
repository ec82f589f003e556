/** Salla's envelope of errors ("Errors, rate limits"): `fields` and `code` may be missing. */
export interface SallaError {
  code?: string | number;
  message: string;
  fields?: Readonly<Record<string, readonly string[]>>;
}

export function success(data: object, extra: object = {}): Response {
  return Response.json({ status: 200, success: true, data, ...extra });
}

export function failure(
  status: number,
  error: SallaError,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ status, success: false, error }, { status, headers });
}

export function invalidFields(fields: Readonly<Record<string, readonly string[]>>): Response {
  return failure(422, { code: 'error', message: 'alert.invalid_fields', fields });
}

export function unauthorized(message: string): Response {
  return failure(401, { code: 'Unauthorized', message });
}

export function notFound(): Response {
  return failure(404, {
    code: 404,
    message: 'The content you are trying to access is no longer available',
  });
}

/** What Salla says of an invoice that there is not. */
export function invoiceNotFound(): Response {
  return failure(404, { code: 'error', message: 'المحتوى الذي تحاول الوصول اليه غير متوفر' });
}

/** What Salla says where it will not say why: a message and no code. */
export function refusedWithoutReason(): Response {
  return failure(422, { message: 'حصل خطأ غير متوقع يرجى إعادة المُحاولة لاحقاً' });
}
