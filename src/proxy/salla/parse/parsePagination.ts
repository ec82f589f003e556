import type { PageInfo } from '../../../contract/common.ts';
import { parseCount, parseId } from './parseNumber.ts';
import type { WirePagination } from './wire.ts';

/** Where the page stands; what Salla leaves out follows from what was asked for and from the rows that came. */
export function parsePagination(
  wire: WirePagination,
  asked: { page: number; perPage: number },
  rows: number,
): PageInfo {
  const number = parseId(wire?.currentPage) ?? asked.page;
  const size = parseId(wire?.perPage) ?? asked.perPage;
  const totalItems = parseCount(wire?.total) ?? (number - 1) * size + rows;
  // Salla counts a first page without rows; here nothing has no pages.
  const pages = parseCount(wire?.totalPages) ?? Math.ceil(totalItems / size);
  const totalPages = totalItems === 0 ? 0 : pages;
  return { number, size, totalItems, totalPages };
}
