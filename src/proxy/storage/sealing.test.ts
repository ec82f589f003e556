import { describe, expect, it } from 'vitest';
import { cacheOpened, createSealing } from './sealing.ts';

const sealing = createSealing('one secret');

describe('sealing', () => {
  it('opens what it sealed, for the same owner', () => {
    const sealed = sealing.seal('رمز ory_at_1', '1305146709 access');
    expect(sealed).not.toContain('ory_at_1');
    expect(sealing.open(sealed, '1305146709 access')).toBe('رمز ory_at_1');
  });

  it('never seals the same text the same way twice', () => {
    expect(sealing.seal('token', '1')).not.toBe(sealing.seal('token', '1'));
  });

  it('does not open for another owner, under another key, or once changed', () => {
    const sealed = sealing.seal('token', '1 access');
    expect(sealing.open(sealed, '2 access')).toBeNull();
    expect(createSealing('another secret').open(sealed, '1 access')).toBeNull();
    const last = sealed.at(-2) === 'A' ? 'B' : 'A';
    expect(sealing.open(`${sealed.slice(0, -2)}${last}${sealed.at(-1)}`, '1 access')).toBeNull();
  });

  it.each([[''], ['v1.'], ['v1.AAAA'], ['token in the clear']])('does not open "%s"', (sealed) => {
    expect(sealing.open(sealed, '1 access')).toBeNull();
  });
});

describe('remembering what was opened', () => {
  it('still opens nothing for another owner, and nothing that was changed', () => {
    const remembering = cacheOpened(sealing);
    const sealed = remembering.seal('a token', '1 access');
    expect(remembering.open(sealed, '1 access')).toBe('a token');
    expect(remembering.open(sealed, '1 access')).toBe('a token');
    expect(remembering.open(sealed, '2 access')).toBeNull();
    expect(remembering.open(`${sealed}A`, '1 access')).toBeNull();
  });
});
