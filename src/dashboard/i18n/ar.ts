import { common } from './ar/common.ts';
import { deliveries } from './ar/deliveries.ts';
import { invoices } from './ar/invoices.ts';
import type { EnglishWords, InArabic } from './language.ts';

export const words: InArabic<EnglishWords> = { common, invoices, deliveries };
