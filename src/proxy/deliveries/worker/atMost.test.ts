import { setImmediate as soon } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { atMost } from './atMost.ts';

it('lets so many be at it at once, the others in order of coming, whatever becomes of each', async () => {
  const inTurn = atMost(2);
  const begun: number[] = [];
  let under = 0;
  let most = 0;
  const doing = Array.from({ length: 8 }, (_, place) =>
    inTurn(async () => {
      begun.push(place);
      under += 1;
      most = Math.max(most, under);
      await soon();
      under -= 1;
      if (place % 3 === 0) throw new Error('it failed');
      return place;
    }),
  );
  const ended = await Promise.allSettled(doing);
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual(
    doing.map((_, place) => place % 3 !== 0),
  );
  expect([most, begun]).toEqual([2, [0, 1, 2, 3, 4, 5, 6, 7]]);
});
