import { createHmac, timingSafeEqual } from 'node:crypto';

export interface WebhookSecret {
  strategy: 'signature' | 'token';
  secret: string;
}

/** Whether Salla sent this (Salla: Webhooks): by the HMAC of the raw body, or by the secret itself, as the app is set up. */
export function isFromSalla(
  { strategy, secret }: WebhookSecret,
  headers: Headers,
  body: Uint8Array,
) {
  if (strategy === 'token') return isSame(headers.get('authorization') ?? '', secret);
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return isSame((headers.get('x-salla-signature') ?? '').toLowerCase(), signature);
}

/** Takes as long for a near miss as for a far one. */
export function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'comparison').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
