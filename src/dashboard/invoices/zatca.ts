/** What a ZATCA QR code says, each field as the text that stands in it. */
export type ZatcaCode = {
  kind: 'zatca';
  sellerName: string;
  vatNumber: string;
  /** ISO 8601; without `Z` or an offset it is Riyadh time. */
  time: string;
  /** Decimal text with VAT, decimals may be missing. */
  total: string;
  /** Decimal text. */
  vat: string;
};

/** A QR code's text, read: a ZATCA code, or any other text as it came. */
export type QrCodeContent = ZatcaCode | { kind: 'other'; text: string };

const firstOptionalTag = 6;

/**
 * Reads the text of an invoice's QR code: base64 of concatenated TLVs (one byte tag, one byte
 * length counted in bytes, value), tags 1 to 5 required. Nothing is refused for what stands in
 * tags 6 and up (hash, signature, key, certificate), whatever its length.
 */
export function readQrCode(text: string): QrCodeContent {
  const bytes = bytesFromBase64(text);
  const values = bytes === null ? null : readTlv(bytes);
  const [sellerName, vatNumber, time, total, vat] = [1, 2, 3, 4, 5].map((tag) => values?.get(tag));
  if (
    sellerName === undefined ||
    vatNumber === undefined ||
    time === undefined ||
    total === undefined ||
    vat === undefined
  ) {
    return { kind: 'other', text };
  }
  return { kind: 'zatca', sellerName, vatNumber, time, total, vat };
}

function bytesFromBase64(text: string): Uint8Array | null {
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return null;
  try {
    return Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
  } catch {
    // The right letters in a number that no base64 text can have.
    return null;
  }
}

/** The values by tag, the first of each; null when a required tag runs past the end. */
function readTlv(bytes: Uint8Array): Map<number, string> | null {
  const values = new Map<number, string>();
  let offset = 0;
  while (offset < bytes.length) {
    const tag = bytes[offset] ?? 0;
    const length = bytes[offset + 1];
    const end = offset + 2 + (length ?? 0);
    if (tag >= firstOptionalTag && values.size >= firstOptionalTag - 1 && end > bytes.length) break;
    if (length === undefined || end > bytes.length) return null;
    if (!values.has(tag)) values.set(tag, decodeUtf8(bytes.subarray(offset + 2, end)));
    offset = end;
  }
  return values;
}

function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
