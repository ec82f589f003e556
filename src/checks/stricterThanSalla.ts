import type { Body } from './createBodies.ts';

/** One thing that Salla takes, or is not known to refuse, and we refuse: why, and the fields that it refuses. */
interface StricterRule {
  why: string;
  refuses(body: Body, digits: number): readonly string[];
}

const amounts = ['subTotal', 'shippingCost', 'cashOnDeliveryCost', 'taxValue', 'total'];
const numbers = [...amounts, 'tax'];

function ofData(names: readonly string[], refused: (value: unknown, name: string) => boolean) {
  return ({ dataType, ...body }: Body) =>
    dataType === 'data' ? names.filter((name) => refused(body[name], name)) : [];
}

/** The decimals that a number is written with, in plain notation. */
function decimalsIn(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

const isBetween = (character: string) => ' ._#/-'.includes(character);
const isLetterOrDigit = (character: string) => /^[\p{L}\p{N}]$/u.test(character);

function isOddNumber(text: string): boolean {
  const characters = [...text.trim()];
  const ends = [characters.at(0) ?? '', characters.at(-1) ?? ''];
  return !(
    ends.every(isLetterOrDigit) && characters.every((one) => isLetterOrDigit(one) || isBetween(one))
  );
}

const isOdd = (character: string) =>
  character.trim() === '' || '#\\'.includes(character) || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(character);

/** `https://`, a host of several words, and what is on it: taken apart by hand, for the contract asks a pattern. */
function isPlainAddress(text: string): boolean {
  if (text.slice(0, 8).toLowerCase() !== 'https://' || [...text].some(isOdd)) return false;
  const [authority = ''] = text.slice(8).replaceAll('?', '/').split('/');
  if (authority.includes('@') || !URL.canParse(text)) return false;
  // What stands for a point in other scripts, or is encoded, is one to browsers.
  const [host = ''] = decodeURIComponent(authority).split(':');
  const words = host.normalize('NFKC').replaceAll('。', '.').split('.');
  return words.length > 1 && !words.includes('');
}

/** Where contract and Salla differ, and nowhere else: there the contract refuses, and Salla needn't. */
export const stricterThanSalla: readonly StricterRule[] = [
  {
    why: 'Our API has one way to write an id or an amount: a number. Text is for forms, and may hold marks.',
    refuses: (body) => [
      ...(typeof body.orderId === 'string' ? ['orderId'] : []),
      ...ofData(numbers, (value) => typeof value === 'string')(body),
    ],
  },
  {
    why: 'An invoice number is text: 007 is not 7.',
    refuses: ofData(['invoiceNumber'], (value) => typeof value === 'number'),
  },
  {
    why: 'Amounts of an invoice, of a credit note as well, are positive (Salla: the QR code on a tax invoice).',
    refuses: ofData(numbers, (value) => typeof value === 'number' && value < 0),
  },
  {
    why: 'More decimals than the currency has can be neither paid nor added up.',
    refuses: (body, digits) =>
      ofData(
        numbers,
        (value, name) =>
          typeof value === 'number' && decimalsIn(value) > (name === 'tax' ? 2 : digits),
      )(body),
  },
  {
    why: 'Above any invoice: a slip of the hand, and nothing that a double counts exactly.',
    refuses: ofData(
      numbers,
      (value, name) => typeof value === 'number' && value > (name === 'tax' ? 100 : 9_999_999_999),
    ),
  },
  {
    why: 'A number that people read out on the phone: letters and digits, at most 50.',
    refuses: ofData(
      ['invoiceNumber'],
      (value) => typeof value === 'string' && (value.trim().length > 50 || isOddNumber(value)),
    ),
  },
  {
    why: 'The address is shown as a link to staff and customers: https alone, as it is written, and no longer than browsers take.',
    refuses: ({ dataType, url }) => {
      if (dataType !== 'url' || typeof url !== 'string') return [];
      return isPlainAddress(url.trim()) && url.trim().length <= 2000 ? [] : ['url'];
    },
  },
  {
    why: 'Salla says nothing of a largest file; we stop at 10 MB.',
    refuses: ({ dataType, file }) =>
      dataType === 'file' && file instanceof Uint8Array && file.length > 10 * 1024 * 1024
        ? ['file']
        : [],
  },
];
