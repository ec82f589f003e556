import { expect, test } from 'vitest';
import { html, jsonBlock } from './markup.ts';

test('shows what a customer typed as text, in elements and in attributes', () => {
  const name = `<b>"Ali" & 'Sons'</b>`;
  const escaped = '&lt;b&gt;&quot;Ali&quot; &amp; &#39;Sons&#39;&lt;/b&gt;';
  expect(String(html`<p title="${name}">${name}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('leaves emoji and direction marks as they are', () => {
  expect(String(html`<bdi>${'\u202Eسارة 🌸'}</bdi>`)).toBe('<bdi>\u202Eسارة 🌸</bdi>');
});

test('puts markup into markup without escaping it twice, and lists without commas', () => {
  const items = ['<a>', '<b>'].map((text) => html`<li>${text}</li>`);
  expect(String(html`<ul>${items}</ul>`)).toBe('<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li></ul>');
});

test('leaves nothing where there is nothing to say, but says zero', () => {
  expect(String(html`${null}${undefined}${false}${''}${0}`)).toBe('0');
});

test('data for scripts cannot end the script element', () => {
  const block = String(jsonBlock('settings', { name: '</script><script>alert(1)</script>' }));
  expect(block.match(/<\/script>/g)).toHaveLength(1);
  expect(JSON.parse(block.slice(block.indexOf('>') + 1, block.lastIndexOf('<')))).toEqual({
    name: '</script><script>alert(1)</script>',
  });
});
