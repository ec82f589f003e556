/** Words of the invoices pages. */
export const invoices = {
  title: 'Invoices',
} as const;
