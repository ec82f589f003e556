import { common } from './en/common.ts';
import { deliveries } from './en/deliveries.ts';
import { invoices } from './en/invoices.ts';
import type { EnglishWords } from './language.ts';

export const words: EnglishWords = { common, invoices, deliveries };
