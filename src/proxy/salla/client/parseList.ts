import { listOf, WireList, type WirePagination } from '../parse/wire.ts';
import { parseOnce } from './parseOnce.ts';
import { parseJsonText } from './refusal.ts';

/** A page of Salla's as it was read: what could be, how many rows there were, and what it said of the whole. */
export interface ParseList<T> {
  readonly data: readonly T[];
  readonly count: number;
  readonly pagination: WirePagination;
}

/** Pages whose reading is remembered: a store's few that its staff look at. */
const pagesKept = 16;

/**
 * Reads a list's JSON row by row, so that an odd row is one odd row: `readRow` gives null for one without a
 * usable id, and it is left out. Undefined for what is no list.
 */
export function createListParser<T>(
  readRow: (wire: unknown) => T | null,
): (body: string | Buffer) => ParseList<T> | undefined {
  const read = parseOnce((bytes) => {
    const parsed = WireList.safeParse(parseJsonText({ body: bytes }));
    if (!parsed.success) return undefined;
    const { data: wire, pagination } = parsed.data;
    const rows = listOf(wire) ?? (isEmpty(wire) && pagination != null ? [] : null);
    if (rows === null) return undefined;
    const data = rows.map(readRow).filter((row) => row !== null);
    return { data, count: rows.length, pagination };
  }, pagesKept);
  return (body) => read(typeof body === 'string' ? Buffer.from(body) : body);
}

/** A list without anything in it, as PHP may write one: that it is a list, its pagination tells. */
function isEmpty(wire: unknown): boolean {
  if (wire === null) return true;
  return typeof wire === 'object' && Object.keys(wire).length === 0;
}
