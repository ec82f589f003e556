import type { invoices as english } from '../en/invoices.ts';
import type { InArabic } from '../language.ts';

export const invoices: InArabic<typeof english> = {
  title: 'الفواتير',
};
