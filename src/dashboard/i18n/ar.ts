import { common } from './ar/common.ts';
import { deliveries } from './ar/deliveries.ts';
import { invoices } from './ar/invoices.ts';
import type { EnglishStartWords, InArabic } from './language.ts';

export const words: InArabic<EnglishStartWords> = { common, invoices, deliveries };
