const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const lastWord = /[a-z\d][a-z\d._-]*\.[a-z\d]{1,5}$/i;

/**
 * A file's name as it is and its last word with the extension, which is to stand left to right: beside Arabic letters
 * `2026.pdf` would be drawn as `pdf.2026`. The last word is empty where the name needs nothing of the kind.
 */
export function splitFileName(name: string): { before: string; last: string } {
  const last = rightToLeft.test(name) ? (lastWord.exec(name)?.[0] ?? '') : '';
  return { before: name.slice(0, name.length - last.length), last };
}

/** A file's name inside a sentence: it turns nothing around it, and is turned by nothing. */
export function fileNameText(name: string): string {
  const { before, last } = splitFileName(name);
  return `\u2068${before}${last === '' ? '' : `\u2066${last}\u2069`}\u2069`;
}
