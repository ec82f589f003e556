/** Words of the page that creates an invoice. */
export const create = {
  title: 'New invoice',
} as const;
