import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveKey } from './secretKey.ts';

const version = 'v1.';
const ivBytes = 12;
const tagBytes = 16;

/** Seals text for storage (AES-256-GCM). `owner` is bound to it: what was sealed for one store doesn't open for another. */
export interface Sealing {
  seal(text: string, owner: string): string;
  /** Null where it was sealed under another key, for another owner, or was changed. */
  open(sealed: string, owner: string): string | null;
}

export function createSealing(secretKey: string): Sealing {
  const key = deriveKey(secretKey, 'tokens');
  return {
    seal(text, owner) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return version + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed, owner) {
      if (!sealed.startsWith(version)) return null;
      const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
      if (bytes.length < ivBytes + tagBytes) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      try {
        const text = decipher.update(bytes.subarray(ivBytes + tagBytes));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        // GCM's tag did not fit: that is the whole of what can be said of it.
        return null;
      }
    },
  };
}

/** How many are remembered: a proxy seldom serves more stores at a time. */
const remembered = 200;

/** The same, opening what was opened before from memory: every call to Salla opens its store's token. */
export function cacheOpened(sealing: Sealing): Sealing {
  const opened = new Map<string, string>();
  return {
    seal: sealing.seal,
    open(sealed, owner) {
      const name = `${owner} ${sealed}`;
      const known = opened.get(name);
      if (known !== undefined) return known;
      const text = sealing.open(sealed, owner);
      if (text === null) return null;
      if (opened.size >= remembered) opened.clear();
      opened.set(name, text);
      return text;
    },
  };
}
