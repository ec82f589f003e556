/** Words of resending many at once: the question before it, and the page of what came of it. */
export const batches = {
  choose: {
    title: 'Send these invoices again?',
  },
  page: {
    title: 'Resend of {{when}}',
  },
} as const;
