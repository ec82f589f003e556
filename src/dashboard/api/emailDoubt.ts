import type { TFunction } from 'i18next';
import { westernDigits, withoutDirectionMarks } from '../../contract/plainCharacters.ts';

/**
 * Why an email address is probably no customer's mailbox. A hint: addresses that look like these exist, and whoever knows
 * the customer decides.
 */
export type EmailDoubt =
  /** No single `@`, a space, or another sign that no address has. */
  | { kind: 'malformed' }
  /** A comma or the like where a dot belongs. */
  | { kind: 'comma' }
  /** What follows the `@` is not a whole domain. */
  | { kind: 'host' }
  /** One slip away from a mail provider, or an ending that doesn't exist. */
  | { kind: 'misspelt'; host: string; meant: string }
  /** A phone number stands before the `@`, as shops fill it in for customers without an address. */
  | { kind: 'phone' }
  /** A domain of shops and their partners, where no customer reads mail. */
  | { kind: 'shop' }
  /** `noreply` and the like. */
  | { kind: 'unread' };

/** Null where nothing speaks against the address. */
export function findEmailDoubt(email: string): EmailDoubt | null {
  const address = westernDigits(withoutDirectionMarks(email).normalize('NFKC'))
    .trim()
    .toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at));
  const host = address.slice(at + 1);
  if (at !== -1 && /[,،;؛]/.test(host)) return { kind: 'comma' };
  if (local === '' || /[\s,،;:؛<>()[\]\\"]/.test(address) || local.includes('@'))
    return { kind: 'malformed' };
  if (/^\.|\.$|\.\./.test(local)) return { kind: 'malformed' };
  if (!isDomain(host)) return { kind: 'host' };
  const meant = likelyHost(host);
  if (meant !== null) return { kind: 'misspelt', host, meant };
  if (shopHosts.some((shop) => host === shop || host.endsWith(`.${shop}`))) return { kind: 'shop' };
  if (unread.test(local)) return { kind: 'unread' };
  return isPhone(local) && !numberedProviders.includes(host) ? { kind: 'phone' } : null;
}

/** The same as a sentence that says what to do; the hosts in it keep their own direction. */
export function emailDoubtText(email: string, t: TFunction<'deliveries'>): string | null {
  const doubt = findEmailDoubt(email);
  if (doubt === null) return null;
  if (doubt.kind !== 'misspelt') return t(`emailDoubts.${doubt.kind}`);
  const { host, meant } = doubt;
  return t('emailDoubts.misspelt', { host: isolated(host), meant: isolated(meant) });
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** `salla.sa` gives customers who have none an address of their shop's; `email.partners` is another's of that kind. */
const shopHosts = ['salla.sa', 'salla.dev', 'salla.store', 'email.partners'];

const unread = /^(?:no-?_?reply|do-?_?not-?_?reply|no-?_?e?-?mail|none|null|undefined)\d*$/;

/** Their addresses are numbers. */
const numberedProviders = ['qq.com', '163.com', '126.com'];

/** A Saudi mobile number, or any with a calling code before it. */
function isPhone(local: string): boolean {
  const digits = local.replace(/[\s.()_-]/g, '');
  return /^0?5\d{8}$/.test(digits) || /^(?:\+|00)?[1-9]\d{9,13}$/.test(digits);
}

/** Words with dots between, the last one of letters. */
function isDomain(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    labels.every((label) => /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)$/u.test(label)) &&
    /^(?:\p{L}{2,}|xn--[a-z0-9-]+)$/u.test(last)
  );
}

/** Where people have their mail. One that is listed is never a slip for another. */
const providers = [
  ...[
    'gmail.com',
    'googlemail.com',
    'hotmail.com',
    'outlook.com',
    'outlook.sa',
    'live.com',
    'msn.com',
  ],
  ...['yahoo.com', 'ymail.com', 'rocketmail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com'],
  ...[
    'windowslive.com',
    'protonmail.com',
    'proton.me',
    'zoho.com',
    'gmx.com',
    'mail.com',
    'email.com',
  ],
  ...[
    'hotmail.co.uk',
    'yahoo.co.uk',
    'hotmail.fr',
    'yahoo.fr',
    'mail.ru',
    'yandex.com',
    'fastmail.com',
  ],
];
/** Of shorter names too many neighbours are somebody's own domain. */
const misspeltProviders = providers.filter((host) => (host.split('.')[0] ?? '').length >= 5);

/** Endings that don't exist and stand near one that does. */
const endings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'con',
      'cmo',
      'ocm',
      'vom',
      'xom',
      'comm',
      'coom',
      'ccom',
      'cpm',
      'clm',
      'cim',
      'conm',
      'comn',
      'cok',
      'coml',
    ].map((ending) => [ending, 'com']),
  ),
  ...Object.fromEntries(['nte', 'ent', 'nett', 'bet', 'met'].map((ending) => [ending, 'net'])),
  ...Object.fromEntries(['ogr', 'orgg', 'rog'].map((ending) => [ending, 'org'])),
};

function likelyHost(host: string): string | null {
  if (providers.includes(host)) return null;
  const end = host.lastIndexOf('.') + 1;
  const ending = endings[host.slice(end)];
  const mended = ending === undefined ? host : host.slice(0, end) + ending;
  if (providers.includes(mended)) return mended;
  const near = misspeltProviders.find((provider) => isOneSlipFrom(mended, provider));
  return near ?? (mended === host ? null : mended);
}

/** One letter left out, too many, another, or two letters the wrong way round. */
function isOneSlipFrom(typed: string, meant: string): boolean {
  if (typed.length > meant.length) return isOneSlipFrom(meant, typed);
  let from = 0;
  while (from < typed.length && typed[from] === meant[from]) from++;
  const [rest, right] = [typed.slice(from), meant.slice(from)];
  if (rest.length < right.length) return rest === right.slice(1);
  const swapped = `${right[1] ?? ''}${right[0] ?? ''}${right.slice(2)}`;
  return rest.slice(1) === right.slice(1) || rest === swapped;
}
