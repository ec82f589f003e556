import { describe, expect, it } from 'vitest';
import { createPageReload, reloadsApartMs } from './pageReload.ts';
import type { ReloadSlot } from './reloadSlots.ts';

function memorySlot(): ReloadSlot {
  let text: string | null = null;
  return {
    read: () => text,
    write: (written) => {
      text = written;
    },
    clear: () => {
      text = null;
    },
  };
}

const closed: ReloadSlot = {
  read: () => null,
  write: () => {},
  clear: () => {},
};

function open({ slot = memorySlot(), isReachable = true, at = 1_000_000 } = {}) {
  let loads = 0;
  let time = at;
  const page = createPageReload({
    slots: [slot],
    now: () => time,
    isReachable: async () => isReachable,
    reload: () => {
      loads += 1;
    },
  });
  return {
    page,
    loads: () => loads,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('a page that lacks a part', () => {
  it('is loaded again once, and not again until a while later', async () => {
    const { page, loads, pass } = open();
    expect(await page.recover()).toBe(true);
    pass(reloadsApartMs - 1);
    expect(await page.recover()).toBe(false);
    pass(2);
    expect(await page.recover()).toBe(true);
    expect(loads()).toBe(2);
  });

  it('is loaded again once for several parts that fail at once', async () => {
    const { page, loads } = open();
    expect(await Promise.all([page.recover(), page.recover()])).toEqual([true, true]);
    expect(loads()).toBe(1);
  });

  it('stays where the proxy can’t be reached, or nothing keeps it from a loop', async () => {
    const unreachable = open({ isReachable: false });
    expect(await unreachable.page.recover()).toBe(false);
    const forgetful = open({ slot: closed });
    expect(await forgetful.page.recover()).toBe(false);
    expect(unreachable.loads() + forgetful.loads()).toBe(0);
  });

  it('stays while a guard objects, and has everything kept all the same', async () => {
    const { page, loads } = open();
    const asked: string[] = [];
    const release = page.addGuard(() => {
      asked.push('call');
      return false;
    });
    page.addGuard(() => {
      asked.push('draft');
      return true;
    });
    expect(await page.recover()).toBe(false);
    expect(asked).toEqual(['call', 'draft']);
    release();
    expect(await page.recover()).toBe(true);
    expect(loads()).toBe(1);
  });
});
