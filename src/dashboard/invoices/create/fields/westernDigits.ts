const arabicZero = 0x0660;
const persianZero = 0x06f0;

/** Arabic-Indic (٠-٩) and Persian (۰-۹) digits as western ones, all else as it is. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= persianZero ? persianZero : arabicZero));
  });
}
