import { describe, expect, it } from 'vitest';
import { SallaFailure } from '../salla/client/failure.ts';
import { ProblemError } from './ProblemError.ts';
import { toProblemResponse } from './toProblem.ts';

const reader = { language: 'en', requestId: 'one' } as const;

describe('a problem', () => {
  it.each([
    ['of ours', new ProblemError('not_found')],
    ['of Salla’s', new SallaFailure('salla_timeout')],
    ['that nobody foresaw', new Error('oops')],
  ])('%s says in which language it speaks, and what it depends on', (_whose, error) => {
    for (const language of ['ar', 'en'] as const) {
      const { headers } = toProblemResponse(error, { ...reader, language });
      expect(headers.get('Content-Language')).toBe(language);
      expect(headers.get('Vary')).toBe('Accept-Encoding, Accept-Language');
    }
  });

  it.each(['unauthenticated', 'token_rejected'] as const)('%s names the way in', (code) => {
    const { status, headers } = toProblemResponse(new ProblemError(code), reader);
    expect([status, headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
  });

  it('of another kind asks for nothing', () => {
    const { headers } = toProblemResponse(new ProblemError('forbidden'), reader);
    expect(headers.get('WWW-Authenticate')).toBeNull();
  });

  it('says Salla asks to wait only where it did', async () => {
    const saidOf = async (reason: 'salla' | 'store_busy' | undefined) => {
      const failure = new SallaFailure('rate_limited', { reason, retryAfterSeconds: 7 });
      const { reason: told, detail } = await toProblemResponse(failure, reader).json();
      return [told, /Salla asks/.test(detail)];
    };
    expect(await saidOf('salla')).toEqual(['salla', true]);
    expect(await saidOf('store_busy')).toEqual(['store_busy', false]);
    // As an answer of Salla's becomes a failure.
    expect(await saidOf(undefined)).toEqual(['salla', true]);
  });

  it('keeps its own headers', () => {
    const limit = new SallaFailure('rate_limited', { retryAfterSeconds: 7 });
    expect(toProblemResponse(limit, reader).headers.get('Retry-After')).toBe('7');
    const details = { status: 405, headers: { Allow: 'GET' } };
    const refusal = toProblemResponse(new ProblemError('bad_request', details), reader);
    expect([refusal.status, refusal.headers.get('Allow')]).toEqual([405, 'GET']);
  });
});
