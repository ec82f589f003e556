/** How many rows a list's page may have. */
export const pageSizes = [15, 30, 60] as const;
export type PageSize = (typeof pageSizes)[number];
export const defaultPageSize: PageSize = 15;
