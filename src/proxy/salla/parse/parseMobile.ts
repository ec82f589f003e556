import { westernDigits } from '../../../contract/plainCharacters.ts';
import { parseLabel } from './text.ts';

/**
 * Mobile numbers as they are dialled at home, without the 0 before them, by country code. Only where the numbering plan
 * is certain: a number that fits is known not to hold its own country code.
 */
const atHome: ReadonlyMap<string, RegExp> = new Map([
  ['966', /^5\d{8}$/],
  ['971', /^5\d{8}$/],
  ['965', /^[4-9]\d{7}$/],
  ['973', /^[36]\d{7}$/],
  ['974', /^[3-7]\d{7}$/],
  ['968', /^[79]\d{7}$/],
  ['967', /^7\d{8}$/],
  ['962', /^7\d{8}$/],
  ['963', /^9\d{8}$/],
  ['964', /^7\d{9}$/],
  ['961', /^(3\d{6}|[78]\d{7})$/],
  ['970', /^5\d{8}$/],
  ['20', /^1\d{9}$/],
  ['249', /^[19]\d{8}$/],
  ['218', /^9\d{8}$/],
  ['216', /^[2-59]\d{7}$/],
  ['213', /^[5-7]\d{8}$/],
  ['212', /^[67]\d{8}$/],
  ['222', /^[2-4]\d{7}$/],
  ['253', /^77\d{6}$/],
  ['91', /^[6-9]\d{9}$/],
  ['92', /^3\d{9}$/],
  ['93', /^7\d{8}$/],
  ['94', /^7\d{8}$/],
  ['98', /^9\d{9}$/],
  ['977', /^9\d{9}$/],
  ['880', /^1\d{9}$/],
  ['90', /^5\d{9}$/],
  ['60', /^1\d{8,9}$/],
  ['62', /^8\d{8,11}$/],
  ['63', /^9\d{9}$/],
  ['86', /^1\d{10}$/],
  ['1', /^[2-9]\d{9}$/],
  ['7', /^[79]\d{9}$/],
  ['44', /^7\d{9}$/],
  ['33', /^[67]\d{8}$/],
  ['34', /^[67]\d{8}$/],
  ['39', /^3\d{8,9}$/],
  ['49', /^1\d{9,10}$/],
  ['31', /^6\d{8}$/],
  ['46', /^7\d{8}$/],
  ['27', /^[6-8]\d{8}$/],
  ['30', /^6\d{9}$/],
  ['32', /^4\d{8}$/],
  ['41', /^7\d{8}$/],
  ['47', /^[49]\d{7}$/],
  ['55', /^[1-9]{2}9\d{8}$/],
  ['61', /^4\d{8}$/],
  ['65', /^[89]\d{7}$/],
  ['66', /^[689]\d{8}$/],
  ['81', /^[7-9]0\d{8}$/],
  ['84', /^[3-9]\d{8}$/],
  ['234', /^[7-9]\d{9}$/],
  ['251', /^[79]\d{8}$/],
  ['252', /^[679]\d{7,8}$/],
  ['254', /^[17]\d{8}$/],
]);

/** Countries whose numbers keep their 0 when they are called from abroad. */
const keepsZero: readonly string[] = ['39', '378', '225', '242', '229'];

/** No country has more digits in a mobile number at home, but for those whose plan is known here. */
const longestAtHome = 11;

/** Spaces, brackets, dashes, and the marks that turn the direction of text. */
const notDialled = /[\p{Cf}\s().\u2010-\u2015-]/gu;

/**
 * "+966501234567" from a number and its country's code, which come apart or already together. A number is taken as it
 * is dialled at home unless it can't be: it may begin with the digits of its own code. Text that is no number stays,
 * and so does a number of a country that nobody named.
 */
export function parseMobile(wireMobile: unknown, wireCode: unknown): string | null {
  const text = parseLabel(wireMobile);
  if (text === null) return null;
  const dialled = westernDigits(text).replace(/\.0+$/, '').replace(notDialled, '');
  const [, plus, written = ''] = /^((?:[\d+]*\+)?)(\d+)$/.exec(dialled.replaceAll('＋', '+')) ?? [];
  if (plus === undefined) return text.replace(/\p{Cf}/gu, '');
  const digits = written.replace(/^0+/, '');
  const code = westernDigits(parseLabel(wireCode) ?? '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  if (digits === '' || digits === code) return null;
  if (plus !== '' || written.startsWith('00')) return ofWhole(digits, code);
  if (code === '') return isSaudi(digits) ? `+${digits}` : written;
  return `+${code}${numberAtHome(written, code) ?? withoutDoubt(written, code)}`;
}

/** Of digits that begin with a country's code, or should. */
function ofWhole(digits: string, named: string): string {
  const code = [named, ...atHome.keys()].find((one) => one !== '' && digits.startsWith(one));
  const rest = code === undefined ? null : numberAtHome(digits.slice(code.length), code);
  if (rest !== null) return `+${code}${rest}`;
  return fits(digits, named) ? `+${named}${digits}` : `+${digits}`;
}

/** The number as its country's plan has it, without its 0 and its code; null where it doesn't fit, or nobody knows the plan. */
function numberAtHome(written: string, code: string): string | null {
  let rest = written;
  while (rest !== '') {
    const number = withoutZero(rest, code);
    if (fits(number, code)) return number;
    if (!number.startsWith(code)) return null;
    rest = number.slice(code.length);
  }
  return null;
}

/** Fewest digits of a number at home that is taken for one: a landline, say, where mobiles are known to be others. */
const shortestAtHome = 7;

/**
 * Of a plan that nobody knows, or a number that doesn't fit: without its own code only where it is too long with it, or
 * where mobiles of that country are known not to begin so. A 0 in front is dialled at home alone.
 */
function withoutDoubt(written: string, code: string): string {
  const number = withoutZero(written, code);
  const rest = number.length - code.length;
  const isTooLong = number.length > longestAtHome || (atHome.has(code) && rest >= shortestAtHome);
  const isWhole = number.startsWith(code) && isTooLong && !written.startsWith('0');
  return isWhole ? withoutZero(number.slice(code.length), code) : number;
}

function withoutZero(written: string, code: string): string {
  return keepsZero.includes(code) ? written : written.replace(/^0+/, '');
}

function fits(number: string, code: string): boolean {
  return atHome.get(code)?.test(number) ?? false;
}

function isSaudi(digits: string): boolean {
  return digits.startsWith('966') && fits(digits.slice(3), '966');
}
