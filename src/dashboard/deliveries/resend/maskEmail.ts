const hidden = '•••';

/**
 * An address that its owner recognizes and nobody else can use: at most the first two letters
 * before the `@`, and the domain. Text without an `@` is hidden after its first letters as well.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const letters = Array.from(at === -1 ? email : email.slice(0, at));
  const shown = letters.slice(0, Math.min(2, Math.floor(letters.length / 2))).join('');
  return at === -1 ? shown + hidden : shown + hidden + email.slice(at);
}
