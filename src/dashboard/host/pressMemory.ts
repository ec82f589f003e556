import type { Watched } from './Host.ts';
import { clearText, keepText, keptTexts, parseJson, type ReloadSlot } from './reloadSlots.ts';
import { watched } from './watched.ts';

/** Something that a person pressed and that is not done yet. `other`: the person is asked to press again. */
export type Press =
  | { kind: 'resend'; orderId: number; invoiceId: number | null }
  | { kind: 'batch' }
  | { kind: 'other' };

/** Whose press it is, and on which page (path and query). */
interface PressPlace {
  storeId: number;
  userId: number;
  address: string;
}

export interface PressMemory {
  /** Until it is ended by what this returns, a reload by the page itself brings the press back. */
  begin: (press: Press) => () => void;
  /**
   * A call that creates something leaves under this key, until what this returns is called. Its key is kept with the press: a
   * lost answer that is followed by the end of the session can't become a second email.
   */
  leaving: (body: unknown, key: string) => () => void;
  /** The key under which the same call left before the page was loaded again; once. */
  keyOf: (body: unknown) => string | null;
  /** Keeps the newest press for the document that comes; false where it can't be kept. Nothing pressed is nothing lost. */
  keep: (place: PressPlace) => boolean;
  /** Gives the kept press to whoever watches `resumed`, if it is this person's. */
  resume: (place: PressPlace) => void;
  resumed: Watched<Press | null>;
  /** The press that is to be done again, to the first who takes it. */
  take: (kind: Press['kind']) => Press | null;
}

/** A press of longer ago is not begun again by itself: the person may have changed their mind. */
export const pressKeptMs = 120_000;

export function createPressMemory(slots: readonly ReloadSlot[], now: () => number): PressMemory {
  const begun = new Set<Press>();
  const left = new Map<string, string>();
  const earlier = new Map<string, string>();
  const resumed = watched<Press | null>(null);

  return {
    begin: (press) => {
      begun.add(press);
      return () => begun.delete(press);
    },
    leaving: (body, key) => {
      const digest = digestOf(body);
      left.set(digest, key);
      return () => left.delete(digest);
    },
    keyOf: (body) => {
      const digest = digestOf(body);
      const key = earlier.get(digest) ?? null;
      earlier.delete(digest);
      return key;
    },
    keep: (place) => {
      const all = [...begun];
      const press = all.findLast(({ kind }) => kind !== 'other') ?? all.at(-1);
      if (press === undefined) return true;
      return keepText(slots, JSON.stringify({ ...place, at: now(), press, left: [...left] }));
    },
    resume: (place) => {
      const kept = keptTexts(slots).map(parse).find(Boolean);
      clearText(slots);
      if (!kept || now() - kept.at > pressKeptMs) return;
      if (kept.storeId !== place.storeId || kept.userId !== place.userId) return;
      for (const [digest, key] of kept.left) earlier.set(digest, key);
      resumed.set(kept.address === place.address ? kept.press : { kind: 'other' });
    },
    resumed,
    take: (kind) => {
      const press = resumed.get();
      if (press?.kind !== kind) return null;
      resumed.set(null);
      return press;
    },
  };
}

/** The same for the same body (FNV-1a, twice): a batch of a thousand orders would not fit where a frame keeps things. */
function digestOf(body: unknown): string {
  const text = JSON.stringify(body);
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193) >>> 0;
    two = Math.imul(two ^ (unit + index), 0x01000193) >>> 0;
  }
  return `${text.length}-${one.toString(36)}${two.toString(36)}`;
}

interface KeptPress extends PressPlace {
  at: number;
  press: Press;
  left: [string, string][];
}

function parse(text: string): KeptPress | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return null;
  if (!('storeId' in value) || typeof value.storeId !== 'number') return null;
  if (!('userId' in value) || typeof value.userId !== 'number') return null;
  if (!('address' in value) || typeof value.address !== 'string') return null;
  if (!('at' in value) || typeof value.at !== 'number') return null;
  const press = 'press' in value ? parsePress(value.press) : null;
  if (press === null) return null;
  const { storeId, userId, address, at } = value;
  return {
    storeId,
    userId,
    address,
    at,
    press,
    left: 'left' in value ? parseLeft(value.left) : [],
  };
}

function parsePress(value: unknown): Press | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'batch' || value.kind === 'other') return { kind: value.kind };
  if (value.kind !== 'resend' || !('orderId' in value) || !('invoiceId' in value)) return null;
  const { orderId, invoiceId } = value;
  if (typeof orderId !== 'number') return null;
  return { kind: 'resend', orderId, invoiceId: typeof invoiceId === 'number' ? invoiceId : null };
}

function parseLeft(value: unknown): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown): [string, string][] => {
    const [digest, key]: unknown[] = Array.isArray(pair) ? pair : [];
    return typeof digest === 'string' && typeof key === 'string' ? [[digest, key]] : [];
  });
}
