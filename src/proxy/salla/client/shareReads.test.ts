import { describe, expect, it } from 'vitest';
import { SallaFailure } from './failure.ts';
import { sharedForMs, shareReads } from './shareReads.ts';
import type { ReadOptions } from './types.ts';

const storeId = 1;
const otherStoreId = 2;
const busy = () => new SallaFailure('rate_limited', { reason: 'store_busy', retryAfterSeconds: 9 });

/** Reads of a Salla that answers when it is told to; `asked` are the calls so far. */
function open() {
  let time = 1000;
  let crowded = false;
  const asked: { storeId: number; how: ReadOptions; answer: PromiseWithResolvers<string[]> }[] = [];
  const reads = shareReads<string, string[]>({
    ask: (store, _asked, how) => {
      const answer = Promise.withResolvers<string[]>();
      asked.push({ storeId: store, how, answer });
      return answer.promise;
    },
    keyOf: (key) => key,
    rowsOf: (rows) => rows.length,
    mostRows: 10,
    isCrowded: () => crowded,
    now: () => time,
  });
  const answer = (at: number, ...rows: string[]) => asked[at]?.answer.resolve(rows);
  const refuse = (at: number) => asked[at]?.answer.reject(busy());
  return {
    reads,
    asked,
    answer,
    refuse,
    pass: (ms: number) => {
      time += ms;
    },
    crowd: () => {
      crowded = true;
    },
    /** Reads once, so that there is something to share. */
    async readOnce(...rows: string[]) {
      const read = reads.read(storeId, 'list');
      answer(asked.length - 1, ...rows);
      await read;
    },
  };
}

describe('a read', () => {
  it('is asked of Salla each time while the store may call', async () => {
    const { reads, asked, answer, readOnce } = open();
    await readOnce('old');
    const second = reads.read(storeId, 'list');
    answer(1, 'new');
    expect(await second).toEqual({ value: ['new'], ageSeconds: 0 });
    expect(asked).toHaveLength(2);
  });

  it('is one call for all who ask the same at the same time', async () => {
    const { reads, asked, answer } = open();
    const both = [reads.read(storeId, 'list'), reads.read(storeId, 'list')];
    const others = [reads.read(storeId, 'other'), reads.read(otherStoreId, 'list')];
    expect(asked).toHaveLength(3);
    for (const [at, rows] of [['one'], ['two'], ['three']].entries()) answer(at, ...rows);
    expect(await Promise.all(both)).toEqual([
      { value: ['one'], ageSeconds: 0 },
      { value: ['one'], ageSeconds: 0 },
    ]);
    expect((await Promise.all(others)).map(({ value }) => value)).toEqual([['two'], ['three']]);
  });

  it('ends for one who leaves, and is called off when all have left', async () => {
    const { reads, asked, answer } = open();
    const [first, second] = [new AbortController(), new AbortController()];
    const left = reads.read(storeId, 'list', { signal: first.signal });
    const stays = reads.read(storeId, 'list', { signal: second.signal });
    first.abort();
    await expect(left).rejects.toMatchObject({ code: 'salla_unavailable' });
    expect(asked[0]?.how.signal?.aborted).toBe(false);
    answer(0, 'rows');
    expect((await stays).value).toEqual(['rows']);

    const alone = new AbortController();
    const gone = reads.read(storeId, 'list', { signal: alone.signal });
    alone.abort();
    await expect(gone).rejects.toBeInstanceOf(SallaFailure);
    expect(asked[1]?.how.signal?.aborted).toBe(true);
  });

  it('does not join a call that was called off and has not ended yet', async () => {
    const { reads, asked, answer } = open();
    const alone = new AbortController();
    const gone = reads.read(storeId, 'list', { signal: alone.signal });
    alone.abort();
    await expect(gone).rejects.toBeInstanceOf(SallaFailure);

    // The first call waits for a token, say, and sees only then that it was called off.
    const back = reads.read(storeId, 'list');
    asked[0]?.answer.reject(new SallaFailure('salla_unavailable'));
    answer(1, 'rows');
    expect(await back).toEqual({ value: ['rows'], ageSeconds: 0 });
  });

  it('does not wait for a call that Salla has left hanging', async () => {
    const { reads, asked, answer, pass } = open();
    void reads.read(storeId, 'list').catch(() => {});
    pass(10_000);
    const later = reads.read(storeId, 'list');
    answer(1, 'rows');
    expect((await later).value).toEqual(['rows']);
    expect(asked).toHaveLength(2);
  });
});

describe('where the store may not call now', () => {
  it('the last answer counts with its age, and nobody waits', async () => {
    const { reads, asked, refuse, pass, readOnce } = open();
    await readOnce('rows');
    pass(40_000);
    const read = reads.read(storeId, 'list');
    expect(asked[1]?.how.patienceMs).toBe(0);
    refuse(1);
    expect(await read).toEqual({ value: ['rows'], ageSeconds: 40 });
  });

  it.each([
    ['is older than that', storeId, sharedForMs + 1],
    ['is another store’s', otherStoreId, 0],
    ['is of a clock that was set back since', storeId, -5000],
  ])('an answer that %s does not', async (_what, ofStore, ms) => {
    const { reads, asked, refuse, pass, readOnce } = open();
    await readOnce('rows');
    pass(ms);
    const read = reads.read(ofStore, 'list');
    expect(asked[1]?.how.patienceMs).toBeUndefined();
    refuse(1);
    await expect(read).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 9 });
  });

  it('nor where people have spent half of the minute: the last answer is given without a call', async () => {
    const { reads, asked, answer, pass, crowd, readOnce } = open();
    await readOnce('rows');
    crowd();
    pass(5000);
    expect(await reads.read(storeId, 'list')).toEqual({ value: ['rows'], ageSeconds: 5 });
    expect(asked).toHaveLength(1);
    const decision = reads.read(storeId, 'list', { fresh: true });
    answer(1, 'new');
    expect((await decision).value).toEqual(['new']);
  });

  it('a decision waits its turn, and is never answered from before', async () => {
    const { reads, asked, refuse, readOnce } = open();
    await readOnce('rows');
    const read = reads.read(storeId, 'list', { fresh: true });
    expect(asked[1]?.how.patienceMs).toBeUndefined();
    refuse(1);
    await expect(read).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('a decision joins no call that left before it', async () => {
    const { reads, asked, answer } = open();
    void reads.read(storeId, 'list');
    const decision = reads.read(storeId, 'list', { fresh: true });
    answer(0, 'before');
    answer(1, 'now');
    expect((await decision).value).toEqual(['now']);
    expect(asked).toHaveLength(2);
  });

  it('nothing from before a write counts, though it was on its way', async () => {
    const { reads, asked, answer, refuse, readOnce } = open();
    await readOnce('before');
    const onItsWay = reads.read(storeId, 'list');
    reads.drop(storeId);
    answer(1, 'before as well');
    await onItsWay;
    const after = reads.read(storeId, 'list');
    expect(asked[2]?.how.patienceMs).toBeUndefined();
    refuse(2);
    await expect(after).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('who finds that the last answer has just been dropped waits his turn', async () => {
    const { reads, asked, answer, refuse, readOnce } = open();
    await readOnce('before');
    const read = reads.read(storeId, 'list');
    reads.drop(storeId);
    refuse(1);
    await expect.poll(() => asked.length).toBe(3);
    expect(asked[2]?.how.patienceMs).toBeUndefined();
    answer(2, 'after');
    expect(await read).toEqual({ value: ['after'], ageSeconds: 0 });
  });

  it('the newest answers are kept, as many as find room', async () => {
    const { reads, asked, answer, refuse } = open();
    for (const key of ['first', 'second', 'third']) {
      const read = reads.read(storeId, key);
      answer(asked.length - 1, 'a', 'b', 'c');
      await read;
    }
    const ageOf = async (key: string) => {
      const read = reads.read(storeId, key).catch(() => null);
      refuse(asked.length - 1);
      return (await read)?.ageSeconds;
    };
    expect([await ageOf('first'), await ageOf('third')]).toEqual([undefined, 1]);
  });
});
