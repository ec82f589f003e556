import { describe, expect, it } from 'vitest';
import { parseOnce } from './parseOnce.ts';

function counting() {
  const texts: string[] = [];
  return {
    texts,
    read: (bytes: Buffer) => {
      texts.push(bytes.toString());
      return bytes.length;
    },
  };
}

function readingOnce(read: (bytes: Buffer) => number) {
  const once = parseOnce(read, 2);
  return (text: string) => once(Buffer.from(text));
}

describe('reading once', () => {
  it('reads the same text once, and another text anew', () => {
    const { read, texts } = counting();
    const once = readingOnce(read);
    expect([once('a'), once('a'), once('bb'), once('a')]).toEqual([1, 1, 2, 1]);
    expect(texts).toEqual(['a', 'bb']);
  });

  it('forgets the text that was not asked for the longest', () => {
    const { read, texts } = counting();
    const once = readingOnce(read);
    for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) once(text);
    expect(texts).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps no long text', () => {
    const { read, texts } = counting();
    const once = readingOnce(read);
    const long = 'a'.repeat(300_000);
    once(long);
    once(long);
    expect(texts).toHaveLength(2);
  });
});
