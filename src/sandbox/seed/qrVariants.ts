import type { QrContent } from './qrCode.ts';

/** Codes that are readable and yet not plain: other times, other decimals, or other sums than the invoice's. */
export interface QrVariant {
  name: string;
  stamp: 'utc' | 'local';
  change(content: QrContent): QrContent;
}

const same = (content: QrContent) => content;

export const qrVariants: readonly QrVariant[] = [
  { name: 'local time', stamp: 'local', change: same },
  {
    name: 'whole numbers where there are no decimals',
    stamp: 'utc',
    change: (content) => ({
      ...content,
      total: String(Number(content.total)),
      tax: String(Number(content.tax)),
    }),
  },
  {
    name: 'another total',
    stamp: 'utc',
    change: (content) => ({ ...content, total: (Number(content.total) + 10).toFixed(2) }),
  },
  {
    name: 'a VAT number of 10 digits',
    stamp: 'utc',
    change: (content) => ({ ...content, vatNumber: '1234567891' }),
  },
];
