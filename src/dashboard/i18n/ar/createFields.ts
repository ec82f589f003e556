import type { createFields as english } from '../en/createFields.ts';
import type { InArabic } from '../language.ts';

export const createFields: InArabic<typeof english> = {
  required: 'مطلوب',
};
