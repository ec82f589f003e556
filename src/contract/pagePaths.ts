/** The addresses of the dashboard's pages, as its router writes them. The proxy serves the document for these and 404 for others. */
export const paths = {
  invoices: '/invoices',
  newInvoice: '/invoices/new',
  invoice: '/invoices/$invoiceId',
  deliveries: '/deliveries',
  batch: '/deliveries/batches/$batchId',
  signIn: '/sign-in',
} as const;

function patternOf(path: string): RegExp {
  const source = path.replace('$invoiceId', '(\\d{1,15})').replace('$batchId', '([\\w-]{1,64})');
  return new RegExp(`^${source}/?$`);
}

const patterns = Object.values(paths).map(patternOf);

/** Whether a page has this path; a slash at the end is allowed. */
export function isPagePath(path: string): boolean {
  return path === '/' || patterns.some((pattern) => pattern.test(path));
}

/** The path of an invoice's page. */
export function invoicePath(invoiceId: number): string {
  return `${paths.invoices}/${invoiceId}`;
}

const invoicePattern = patternOf(paths.invoice);

/** The invoice of an invoice page's path; null for any other path. */
export function invoiceIdOfPath(path: string): number | null {
  const id = Number(invoicePattern.exec(path)?.[1] ?? 0);
  return id > 0 ? id : null;
}
