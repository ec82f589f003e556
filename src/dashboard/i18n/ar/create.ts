import type { create as english } from '../en/create.ts';
import type { InArabic } from '../language.ts';

export const create: InArabic<typeof english> = {
  title: 'فاتورة جديدة',
};
