/**
 * One token of a PDF (ISO 32000-1, 7.2 and 7.3): a bracket, a name, the opening bracket of a string, or any other word.
 */
const token =
  /(?:[\0\t\n\f\r ]|%[^\r\n]*)*(<<|>>|<[^<>]*>|[[\](){}]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+)/y;

/**
 * Whether a PDF is encrypted: its newest trailer has an `Encrypt` entry. Such a file may ask for a password or open
 * with an empty one; only decrypting would tell.
 */
export function isEncryptedPdf(bytes: Uint8Array<ArrayBuffer>): boolean {
  // One character per byte, so that the file's offsets stay valid.
  const text = new TextDecoder('latin1').decode(bytes);
  const newest = newestTrailer(text);
  if (newest !== null) return hasEncrypt(newest);
  // The file is truncated or its offsets are wrong; PDF readers then search the whole file.
  return allTrailers(text).some(hasEncrypt);
}

type Entries = ReadonlyMap<string, string>;

function hasEncrypt(trailer: Entries): boolean {
  return trailer.has('Encrypt') && trailer.get('Encrypt') !== 'null';
}

function newestTrailer(text: string): Entries | null {
  const [, written] =
    /^startxref[\s\0]+(\d{1,10})/.exec(text.slice(text.lastIndexOf('startxref')).slice(0, 40)) ??
    [];
  if (written === undefined) return null;
  // Offsets count from the header, or from the first byte if something precedes the header.
  const header = Math.max(0, text.indexOf('%PDF-'));
  return trailerAt(text, Number(written) + header) ?? trailerAt(text, Number(written));
}

/** The trailer of the cross-reference table or stream that starts here; null if there is none. */
function trailerAt(text: string, at: number): Entries | null {
  const [begun] =
    /^[\s\0]*(?:xref\b|\d+[\s\0]+\d+[\s\0]+obj\b)/.exec(text.slice(at, at + 60)) ?? [];
  if (begun === undefined) return null;
  if (!begun.endsWith('xref')) return crossReferenceStream(text, at + begun.length);
  const trailer = text.indexOf('trailer', at);
  return trailer === -1 ? null : entriesAt(text, trailer + 'trailer'.length);
}

function crossReferenceStream(text: string, at: number): Entries | null {
  const entries = entriesAt(text, at);
  return entries?.get('Type') === '/XRef' ? entries : null;
}

function allTrailers(text: string): Entries[] {
  const tables = [...text.matchAll(/\btrailer\b/g)].map(({ index }) =>
    entriesAt(text, index + 'trailer'.length),
  );
  const streams = [...text.matchAll(/\bobj\b/g)]
    .filter(({ index }) => text.slice(index, index + 1000).includes('/XRef'))
    .map(({ index }) => crossReferenceStream(text, index + 'obj'.length));
  return [...tables, ...streams].filter((entries) => entries !== null);
}

/** The entries of the dictionary that starts here, each with its value's first token; null if there is none. */
function entriesAt(text: string, at: number): Entries | null {
  const tokens = tokensFrom(text, at);
  if (tokens.next().value !== '<<') return null;
  const entries = new Map<string, string>();
  let key: string | null = null;
  let depth = 1;
  for (const read of tokens) {
    if (depth === 1 && key !== null) {
      entries.set(key, read);
      key = null;
    } else if (depth === 1 && read.startsWith('/')) {
      key = decodeName(read);
    }
    if (read === '<<' || read === '[') depth += 1;
    if (read === '>>' || read === ']') depth -= 1;
    if (depth === 0) return entries;
  }
  return null;
}

function* tokensFrom(text: string, at: number): Generator<string, undefined> {
  for (let from = at; ; ) {
    token.lastIndex = from;
    const read = token.exec(text)?.[1];
    if (read === undefined) return;
    from = read === '(' ? endOfString(text, token.lastIndex) : token.lastIndex;
    yield read;
  }
}

/** The index after the bracket that closes a string; inner brackets are paired or escaped. */
function endOfString(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
  }
  return at;
}

/** `Encrypt` for `/Encrypt` and `/#45ncrypt`: names may have characters as hex codes. */
function decodeName(written: string): string {
  return written
    .slice(1)
    .replace(/#([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}
