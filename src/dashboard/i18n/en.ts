import { common } from './en/common.ts';
import { deliveries } from './en/deliveries.ts';
import { invoices } from './en/invoices.ts';
import type { EnglishStartWords } from './language.ts';

export const words: EnglishStartWords = { common, invoices, deliveries };
