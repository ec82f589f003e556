import { describe, expect, it } from 'vitest';
import { CreateInvoice } from './createInvoice.ts';

function rulesBroken(url: string): string[] {
  const body = { orderId: 7, type: 'tax_invoice', dataType: 'url', url };
  return CreateInvoice.safeParse(body).error?.issues.map(({ message }) => message) ?? [];
}

describe('the address of a PDF', () => {
  it.each([
    'https://example.com/invoice.pdf',
    ' HTTPS://Files.Example.com:8443/%D9%81.pdf\n',
    'https://متجر.example/فاتورة-1.pdf',
    'https://example.com/download?name=@1.pdf',
  ])('is taken: %j', (address) => {
    expect(rulesBroken(address)).toEqual([]);
  });

  it.each([
    ['is not of the web', 'javascript:alert(1)//.pdf'],
    ['anybody on the way can change', 'http://example.com/a.pdf'],
    ['lacks its slashes', 'https:example.com/a.pdf'],
    ['has a slash too many', 'https:///example.com/a.pdf'],
    ['has slashes the wrong way', 'https:\\\\example.com\\a.pdf'],
    ['has one slash the wrong way', 'https://example.com\\a.pdf'],
    ['has a tab inside', 'https://example.com/a\tb.pdf'],
    ['has a line break inside', 'https://example.com/a\nb.pdf'],
    ['has a space inside', 'https://example.com/a b.pdf'],
    ['has no host', 'https://.pdf'],
    ['has half a host', 'https://example..com/a.pdf'],
    ['is of this machine', 'https://localhost/a.pdf'],
    ['is read from the other side', 'https://example.com/\u202efdp.a.pdf'],
    ['has a sign that can’t be seen', 'https://example.com/a\u200b.pdf'],
    ['looks like another host', 'https://salla.sa@example.com/a.pdf'],
    ['holds a password', 'https://user:word@example.com/a.pdf'],
    ['ends in .pdf behind a fragment alone', 'https://example.com/#.pdf'],
    ['can’t be', 'https://example.com:99999/a.pdf'],
  ])('is refused where it %s', (_how, address) => {
    expect(rulesBroken(address)).toEqual(['not_https']);
  });
});
