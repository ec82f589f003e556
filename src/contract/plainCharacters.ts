const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Arabic-Indic (٠-٩) and Persian (۰-۹) digits as western ones, all else as it is. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Text without the marks that turn its direction, which are not seen and come along when it is copied from an Arabic page. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(directionMarks, '');
}
