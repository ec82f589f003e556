import { describe, expect, it } from 'vitest';
import { maskEmail } from './maskEmail.ts';

describe('a partly hidden address', () => {
  it('shows how it begins and where it is', () => {
    expect(maskEmail('noura.alqahtani@gmail.com')).toBe('no•••@gmail.com');
  });

  it('never shows a short name whole', () => {
    expect(maskEmail('a@example.com')).toBe('•••@example.com');
    expect(maskEmail('ab@example.com')).toBe('a•••@example.com');
    expect(maskEmail('abc@example.com')).toBe('a•••@example.com');
  });

  it('takes the last @ for the one before the domain', () => {
    expect(maskEmail('"odd@name"@example.com')).toBe('"o•••@example.com');
  });

  it('hides text that is no address', () => {
    expect(maskEmail('not an address')).toBe('no•••');
    expect(maskEmail('')).toBe('•••');
  });

  it('does not cut a letter of two code units in half', () => {
    expect(maskEmail('😀😀😀😀@example.com')).toBe('😀😀•••@example.com');
  });
});
