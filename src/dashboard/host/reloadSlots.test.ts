import { expect, test } from 'vitest';
import { clearText, keepText, keptTexts, partitionedCookieSlot } from './reloadSlots.ts';

/** A page that holds one cookie of ours beside another's. */
function pageWithCookies() {
  const page = {
    written: '',
    get cookie() {
      return `other=1; ${page.written.split(';')[0]}`;
    },
    set cookie(text: string) {
      page.written = text;
    },
  };
  return page;
}

const closed = {
  read: () => null,
  write: () => {},
  clear: () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  },
};

test('the cookie is for the frame in this site alone, and is gone by itself', () => {
  const page = pageWithCookies();
  const slot = partitionedCookieSlot({ key: 'draft', keptSeconds: 120 }, page);
  expect(keepText([slot], '{"a":"ب;"}')).toBe(true);
  expect(keptTexts([slot])).toEqual(['{"a":"ب;"}']);
  expect(page.written).toContain('Path=/;');
  expect(page.written).toContain('Partitioned');
  expect(page.written).toContain('Secure');
  expect(page.written).toContain('Max-Age=120');
});

test('the cookie can be taken away before its time', () => {
  const page = pageWithCookies();
  const slot = partitionedCookieSlot({ key: 'draft', keptSeconds: 120 }, page);
  keepText([closed, slot], 'typed');
  clearText([closed, slot]);
  expect(page.written).toMatch(/^draft=; Path=\/; Max-Age=0;/);
});

test('where no place works it says that nothing is kept', () => {
  expect(keepText([closed], 'typed')).toBe(false);
});
