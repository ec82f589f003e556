import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FileBuffer, headOf } from './bufferedFile.ts';

it('bytes are kept as they were given, though the memory of small pieces is used again', () => {
  const sizes = fc.array(fc.oneof(fc.nat(50), fc.constantFrom(4095, 4096, 70_000)), {
    maxLength: 40,
  });
  const property = fc.property(sizes, fc.nat(8), (pieces, count) => {
    const keeper = new FileBuffer();
    const given = pieces.map((size, at) => new Uint8Array(size).fill(at + 1));
    const copies = given.map((piece) => piece.slice());
    for (const piece of given) {
      keeper.add(piece);
      if (piece.length < 4096) piece.fill(255);
    }
    const kept = keeper.finish();
    const whole = Buffer.concat(copies);
    expect(Buffer.concat(kept.chunks).equals(whole)).toBe(true);
    expect(kept.size).toBe(whole.length);
    expect(Buffer.from(headOf(kept, count)).equals(whole.subarray(0, count))).toBe(true);
  });
  fc.assert(property);
});
