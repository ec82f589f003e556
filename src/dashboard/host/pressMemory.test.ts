import { describe, expect, it } from 'vitest';
import { createPressMemory, pressKeptMs } from './pressMemory.ts';
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

const here = { storeId: 5, userId: 8, address: '/invoices?page=2' };
const resend = { kind: 'resend', orderId: 41, invoiceId: 7 } as const;
const body = { orders: [{ orderId: 41, invoiceId: 7 }], allowRepeat: false };
const noon = 1_000_000;

describe('a press that a reload interrupts', () => {
  it('is begun again once, on the same page, by the same person', () => {
    const slot = memorySlot();
    const before = createPressMemory([slot], () => noon);
    before.begin(resend);
    expect(before.keep(here)).toBe(true);

    const after = createPressMemory([slot], () => noon + 3000);
    after.resume(here);
    expect(after.take('batch')).toBeNull();
    expect(after.take('resend')).toEqual(resend);
    expect(after.take('resend')).toBeNull();
    const later = createPressMemory([slot], () => noon + 4000);
    later.resume(here);
    expect(later.take('resend')).toBeNull();
  });

  it('is not begun again once it was done, or for another person or store, or much later', () => {
    const slot = memorySlot();
    const before = createPressMemory([slot], () => noon);
    before.begin(resend)();
    before.keep(here);
    expect(slot.read()).toBeNull();

    for (const [place, at] of [
      [{ ...here, userId: 9 }, noon],
      [{ ...here, storeId: 6 }, noon],
      [here, noon + pressKeptMs + 1],
    ] as const) {
      const end = before.begin(resend);
      before.keep(here);
      end();
      const after = createPressMemory([slot], () => at);
      after.resume(place);
      expect(after.resumed.get()).toBeNull();
    }
  });

  it('asks the person to press again on another page, and for what it can’t begin by itself', () => {
    const slot = memorySlot();
    const before = createPressMemory([slot], () => noon);
    const end = before.begin(resend);
    before.keep(here);
    end();
    const elsewhere = createPressMemory([slot], () => noon);
    elsewhere.resume({ ...here, address: '/deliveries' });
    expect(elsewhere.take('other')).toEqual({ kind: 'other' });

    before.begin({ kind: 'other' });
    before.keep(here);
    const after = createPressMemory([slot], () => noon);
    after.resume(here);
    expect(after.take('other')).toEqual({ kind: 'other' });
  });

  it('leaves under the same key when its answer was lost, and no other call does', () => {
    const slot = memorySlot();
    const before = createPressMemory([slot], () => noon);
    before.begin(resend);
    before.leaving(body, 'key-1');
    before.keep(here);

    const after = createPressMemory([slot], () => noon);
    after.resume(here);
    expect(after.keyOf({ ...body, allowRepeat: true })).toBeNull();
    expect(after.keyOf(body)).toBe('key-1');
    expect(after.keyOf(body)).toBeNull();
  });

  it('takes up nothing that it did not write itself', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '{"storeId":5,"userId":8,"address":"/","at":1,"press":{}}',
    ]) {
      const slot = memorySlot();
      slot.write(text);
      const memory = createPressMemory([slot], () => 1);
      memory.resume({ ...here, address: '/' });
      expect(memory.resumed.get()).toBeNull();
    }
  });
});
