/** Limits that dashboard and proxy share. */

/** Orders of one batch, and invoices in one selection. */
export const maximumOrdersPerBatch = 1000;

/** Rows of a list's page: the sizes that the dashboard offers. The API takes any size up to the largest. */
export const pageSizes = [15, 30, 60] as const;
export type PageSize = (typeof pageSizes)[number];
export const defaultPageSize: PageSize = 15;
/** Salla's largest page as well. */
export const maximumPageSize: PageSize = 60;

/** The longest time a single resend can be undone. */
export const maximumUndoSeconds = 30;

/** The last page number that a query may ask for. */
export const maximumPageNumber = 1_000_000;
