/** Words of the create form's fields. */
export const createFields = {
  required: 'Required',
} as const;
