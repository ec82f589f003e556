/** Words of the deliveries pages. */
export const deliveries = {
  title: 'Resends',
} as const;
