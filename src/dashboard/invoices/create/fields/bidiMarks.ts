const bidiMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text without what turns it round and is not seen: that comes along when it is copied from an Arabic page. */
export function withoutBidiMarks(text: string): string {
  return text.replace(bidiMarks, '');
}
