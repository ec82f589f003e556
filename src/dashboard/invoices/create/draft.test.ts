import { createFormControl } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { ReloadSlot } from '../../host/reloadSlots.ts';
import { type ChosenFile, type CreateFormValues, emptyForm } from './createForm.ts';
import { keepDraft } from './draft.ts';
import { createDraftStore } from './draftStore.ts';

const hour = 3_600_000;
const of = { storeId: 1, userId: 2, orderId: 3, type: 'tax_invoice' } as const;
const prefilled = { ...emptyForm, subTotal: '100.00' };

/** A place as a browser gives it: it outlives the pages that use it. */
function openSlot(): ReloadSlot {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
    clear: () => {
      kept = null;
    },
  };
}

/** The page as it is loaded: a form as it was filled in for the person, and its draft. */
function openPage(slot: ReloadSlot, at = 0) {
  const defaultValues = prefilled;
  const form = createFormControl<CreateFormValues, unknown, CreateInvoice>({ defaultValues });
  const store = createDraftStore([slot], () => at);
  return {
    form,
    draft: keepDraft(form, { store, of }),
  };
}

function chosenFile(name: string): ChosenFile {
  const file = new File(['%PDF-1.7'], name, { lastModified: 1 });
  return { file, size: file.size, head: new Uint8Array(), encrypted: false };
}

describe('a form that is left and comes back', () => {
  it('holds what was typed and chosen, as if it was typed again', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'url');
    before.form.setValue('url', 'https://example.com/a.pdf');
    before.draft.stop();
    const after = openPage(slot);
    expect(after.form.getValues()).toMatchObject({
      dataType: 'url',
      url: 'https://example.com/a.pdf',
      subTotal: '100.00',
    });
    expect(after.draft.restored).toEqual({ fileName: null, unanswered: false });
  });

  it('keeps a field that was emptied empty, and fills anew what nobody touched', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('subTotal', '');
    before.form.setValue('total', '115');
    before.draft.stop();
    expect(openPage(slot).form.getValues()).toMatchObject({ subTotal: '', total: '115', tax: '' });
    const kept = createDraftStore([slot], () => 0).read(of);
    expect(kept?.typed).toEqual({ subTotal: '', total: '115' });
  });

  it('is kept while the page is still open, when it may be gone at once', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('url', 'https://');
    before.draft.flush();
    expect(openPage(slot).form.getValues('url')).toBe('https://');
  });

  it('has lost its file, and says which one it was', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'file');
    before.form.setValue('file', chosenFile('march.pdf'));
    before.draft.stop();
    const after = openPage(slot);
    expect(after.draft.restored).toEqual({ fileName: 'march.pdf', unanswered: false });
    expect(after.form.getValues()).toMatchObject({ dataType: 'file', file: null });
  });

  it('was not left with anything where nothing was typed', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('url', 'x');
    before.form.setValue('url', '');
    before.draft.stop();
    expect(openPage(slot).draft.restored).toBeNull();
  });

  it('goes along to the other type', () => {
    const slot = openSlot();
    const { form, draft } = openPage(slot);
    form.setValue('url', 'https://example.com/a.pdf');
    draft.stop();
    const store = createDraftStore([slot], () => 0);
    const asCreditNote = { ...of, type: 'credit_note' } as const;
    keepDraft(form, { store, of: asCreditNote });
    expect(store.read(asCreditNote)?.typed).toEqual({ url: 'https://example.com/a.pdf' });
  });
});

describe('whose draft it is', () => {
  const left = () => {
    const slot = openSlot();
    const { form, draft } = openPage(slot);
    form.setValue('url', 'https://example.com/a.pdf');
    draft.stop();
    return slot;
  };

  it.each([{ storeId: 9 }, { userId: 9 }, { orderId: 9 }, { type: 'credit_note' as const }])(
    'is not given to another: %o',
    (other) => {
      const store = createDraftStore([left()], () => 0);
      expect(store.read({ ...of, ...other })).toBeNull();
    },
  );

  it('is given back within 12 hours', () => {
    const slot = left();
    expect(openPage(slot, 11 * hour).draft.restored).not.toBeNull();
    expect(createDraftStore([slot], () => 24 * hour).read(of)).toBeNull();
  });

  it('is gone once the invoice is made or the person said to leave', () => {
    const slot = openSlot();
    const { form, draft } = openPage(slot);
    form.setValue('url', 'https://example.com/a.pdf');
    draft.flush();
    draft.discard();
    draft.stop();
    expect(openPage(slot).draft.restored).toBeNull();
  });

  it('is nothing that it did not write itself', () => {
    const slot = openSlot();
    slot.write('{"of":{"storeId":1},"draft":7}');
    expect(openPage(slot).draft.restored).toBeNull();
  });
});

describe('a submit without an answer', () => {
  it('is asked for again with its key, after a reload as well', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'order');
    before.draft.keepUnanswered('key-1');
    expect(before.draft.unansweredKey()).toBe('key-1');
    const { draft } = openPage(slot);
    expect(draft.unansweredKey()).toBe('key-1');
    expect(draft.restored).toEqual({ fileName: null, unanswered: true });
  });

  it('is another one once anything was changed', () => {
    const { form, draft } = openPage(openSlot());
    form.setValue('dataType', 'url');
    draft.keepUnanswered('key-1');
    form.setValue('url', 'https://example.com/b.pdf');
    expect(draft.unansweredKey()).toBeNull();
  });

  it('is the same one when the same file was chosen again', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'file');
    before.form.setValue('file', chosenFile('march.pdf'));
    before.draft.keepUnanswered('key-1');
    const { form, draft } = openPage(slot);
    expect(draft.unansweredKey()).toBeNull();
    form.setValue('file', chosenFile('march.pdf'));
    expect(draft.unansweredKey()).toBe('key-1');
  });

  it('is over when the answer came', () => {
    const slot = openSlot();
    const { draft } = openPage(slot);
    draft.keepUnanswered('key-1');
    draft.keepUnanswered(null);
    expect(draft.unansweredKey()).toBeNull();
    expect(openPage(slot).draft.restored).toBeNull();
  });
});
