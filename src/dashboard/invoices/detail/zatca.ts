/** The fields of a ZATCA QR code, as their raw texts. */
export type ZatcaCode = {
  kind: 'zatca';
  sellerName: string;
  vatNumber: string;
  /** ISO 8601; Riyadh time if it has neither `Z` nor an offset. */
  time: string;
  /** Decimal text including VAT; may lack decimals. */
  total: string;
  /** Decimal text. */
  vat: string;
};

/** A parsed QR code text. */
export type QrCodeContent =
  | ZatcaCode
  /** A ZATCA code that is cut off or has wrong lengths: none of it can be trusted. */
  | { kind: 'unreadable' }
  /** A picture instead of a text, as a `data:` URL for an `<img>`. */
  | { kind: 'picture'; address: string }
  /** Any other text, such as a URL. */
  | { kind: 'other'; text: string };

const requiredTags = 5;

/** Parses the text of an invoice's QR code. */
export function parseQrCode(text: string): QrCodeContent {
  const address = pictureAddress(text.trim());
  if (address !== null) return { kind: 'picture', address };
  const bytes = bytesFromBase64(text);
  if (bytes === null) return { kind: 'other', text };
  const [code] = zatcaReadings(bytes).sort((one, other) => doubtsIn(one) - doubtsIn(other));
  if (code !== undefined) return code;
  return isZatcaLike(bytes) ? { kind: 'unreadable' } : { kind: 'other', text };
}

/** Base64 or base64url, with or without padding and line breaks. */
function bytesFromBase64(text: string): Uint8Array | null {
  const compact = text.replace(/\s+/g, '').replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/');
  if (!/^[A-Za-z0-9+/]+$/.test(compact) || compact.length % 4 === 1) return null;
  return Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
}

/**
 * All valid readings of concatenated TLVs: one byte tag, length in bytes, value; tags 1 to 5 in order. ZATCA's length
 * is one byte. Some programs encode a length above 127 as BER does (0x81 and one byte, 0x82 and two), which is 129 or
 * 130 as a single byte: every reading whose five values are complete, valid UTF-8 counts. Tags from 6 on (hash,
 * signature, key, certificate) are ignored.
 */
function zatcaReadings(bytes: Uint8Array): ZatcaCode[] {
  const readings: ZatcaCode[] = [];
  const parseFrom = (offset: number, values: readonly string[]) => {
    const [sellerName, vatNumber, time, total, vat] = values;
    if (
      sellerName !== undefined &&
      vatNumber !== undefined &&
      time !== undefined &&
      total !== undefined &&
      vat !== undefined
    ) {
      if (isTagAfter(bytes, offset)) {
        readings.push({ kind: 'zatca', sellerName, vatNumber, time, total, vat });
      }
      return;
    }
    if (bytes[offset] !== values.length + 1) return;
    for (const { start, length } of lengthsAt(bytes, offset + 1)) {
      const end = start + length;
      const value = end > bytes.length ? null : decodeText(bytes.subarray(start, end));
      if (value !== null) parseFrom(end, [...values, value]);
    }
  };
  parseFrom(0, []);
  return readings;
}

/** After the fifth value: nothing, or a later tag. */
function isTagAfter(bytes: Uint8Array, offset: number): boolean {
  return offset === bytes.length || (bytes[offset] ?? 0) > requiredTags;
}

/** The possible lengths here, each with the start of its value. */
function lengthsAt(bytes: Uint8Array, offset: number): { start: number; length: number }[] {
  const [first, second = 0, third = 0] = bytes.subarray(offset, offset + 3);
  if (first === undefined) return [];
  const lengths = [{ start: offset + 1, length: first }];
  if (first === 0x81) lengths.push({ start: offset + 2, length: second });
  if (first === 0x82) lengths.push({ start: offset + 3, length: second * 256 + third });
  return lengths;
}

/** Control characters: not in a name or number, but in length bytes that were read as text. */
const controls = /(?![\t\n\r])\p{Cc}/u;

/** Null if the bytes are no complete UTF-8 text. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return controls.test(text) ? null : text;
  } catch {
    // The value ends inside a character: the length is wrong.
    return null;
  }
}

/** How implausible a reading is: the number of values that don't fit their tags. */
function doubtsIn({ vatNumber, time, total, vat }: ZatcaCode): number {
  const isDecimal = (text: string) => /^\s*\d+([.,]\d+)?\s*$/.test(text);
  return [
    /^\d+$/.test(vatNumber.trim()),
    /^\d{4}-\d\d/.test(time.trim()),
    isDecimal(total),
    isDecimal(vat),
  ].filter((isAsExpected) => !isAsExpected).length;
}

/** A text of this length that starts with tag 1 is almost certainly a ZATCA code; a shorter one may be so by chance. */
const certainBytes = 16;

function isZatcaLike(bytes: Uint8Array): boolean {
  return bytes[0] === 1 && bytes.length >= certainBytes;
}

/** The first base64 characters of a picture, by its type. */
const pictures: readonly (readonly [begin: RegExp, type: string])[] = [
  [/^iVBORw0KGgo/, 'image/png'],
  [/^\/9j\//, 'image/jpeg'],
  [/^R0lGOD/, 'image/gif'],
  [/^UklGR/, 'image/webp'],
  [/^(PHN2Zy|PD94bWwg)/, 'image/svg+xml'],
];

function pictureAddress(text: string): string | null {
  if (/^data:image\/(png|jpe?g|gif|webp|svg\+xml)[;,]/i.test(text)) return text;
  if (/^(<\?xml[^>]*>\s*)?<svg[\s/>]/i.test(text)) {
    return `data:image/svg+xml,${encodeURIComponent(text)}`;
  }
  const compact = text.replace(/\s+/g, '');
  const type = pictures.find(([begin]) => begin.test(compact))?.[1];
  return type !== undefined && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
    ? `data:${type};base64,${compact}`
    : null;
}
