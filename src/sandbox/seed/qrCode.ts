import { createHash } from 'node:crypto';

type QrStamp = 'utc' | 'local';

export interface QrContent {
  seller: string;
  vatNumber: string;
  /** As written in the code: ISO 8601. */
  time: string;
  total: string;
  tax: string;
}

function field(tag: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, value.length]), value]);
}

function bytes(text: string, label: string, length: number): Buffer {
  const first = createHash('sha512').update(`${label} ${text}`).digest();
  const second = createHash('sha512').update(first).digest();
  return Buffer.concat([first, second]).subarray(0, length);
}

/** ASN.1 of a secp256k1 public key, up to its 64 bytes. */
const publicKeyHead = Buffer.from('3056301006072a8648ce3d020106052b8104000a03420004', 'hex');

/** Hash, signature, public key and the certificate's signature: shaped as in phase 2, signed by nobody. */
function secondPhase(text: string): Buffer[] {
  const signature = (label: string) =>
    Buffer.concat([
      Buffer.from('30440220', 'hex'),
      bytes(text, `${label} r`, 32),
      Buffer.from('0220', 'hex'),
      bytes(text, `${label} s`, 32),
    ]);
  return [
    field(6, Buffer.from(bytes(text, 'hash', 32).toString('base64'))),
    field(7, Buffer.from(signature('invoice').toString('base64'))),
    field(8, Buffer.concat([publicKeyHead, bytes(text, 'key', 64)])),
    field(9, signature('certificate')),
  ];
}

/** A ZATCA QR code's text: base64 of TLVs with tags 1 to 5, and 6 to 9 in phase 2. */
export function qrCode(content: QrContent, phase: 1 | 2): string {
  const texts = [content.seller, content.vatNumber, content.time, content.total, content.tax];
  const fields = texts.map((text, index) => field(index + 1, Buffer.from(text)));
  return Buffer.concat([...fields, ...(phase === 2 ? secondPhase(texts.join('\n')) : [])]).toString(
    'base64',
  );
}

/** The time of a code: with `Z` in UTC, without it in Riyadh. */
export function qrTime(at: number, stamp: QrStamp): string {
  if (stamp === 'utc') return `${new Date(at).toISOString().slice(0, 19)}Z`;
  return new Date(at + 3 * 60 * 60 * 1000).toISOString().slice(0, 19);
}
